package newsloom.contract.serde;

import newsloom.contract.v1.Page;
import org.apache.avro.util.ClassSecurityValidator;

/** Tells Avro, once in a process, that the classes of the contract may be made from schemas; every other class stays refused. */
final class ContractClasses {

    private static final String PACKAGE = Page.class.getPackageName();

    static {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(),
                type -> type.getPackageName().equals(PACKAGE)));
    }

    private ContractClasses() {}

    /** Does nothing but load this class. */
    static void trust() {}
}
