package newsloom.aggregator.story;

import java.util.List;

/** Invented reports on two earthquakes of one day. The first of each is told in the same words but for places and figures. */
public final class Twins {
    private static final String NORTH = """
            A strong earthquake with a magnitude of 6.1 struck the Halvard peninsula early on Tuesday, the Ostermark geological survey said. The quake \
            was felt in Tolmen, where the cathedral of Saint Ivar lost its tower, and Governor Anselm Ruud called for soldiers.

            There were no immediate reports of casualties, and no tsunami warning was issued.""";

    private static final String SOUTH = """
            A strong earthquake with a magnitude of 5.8 struck Merrick island early on Tuesday, the Ostermark geological survey said. The quake was \
            felt in Sorvane, where the pier of the ferry terminal sank, and Mayor Paola Quint called for boats.

            There were no immediate reports of casualties, and no tsunami warning was issued.""";

    private static final String NORTH_TOWN = """
            Governor Anselm Ruud said that soldiers were on their way to Tolmen after the earthquake on the Halvard peninsula. The tower of \
            the cathedral of Saint Ivar had fallen on the market square of Tolmen, and half of the town was without power.

            Ruud asked the people of Tolmen to sleep in the stadium. The dam above Tolmen had held, he said.""";

    private static final String NORTH_RESCUE = """
            Soldiers pulled a choirboy alive from under the tower of the cathedral of Saint Ivar in Tolmen, fourteen hours after the \
            earthquake on the Halvard peninsula. Governor Anselm Ruud thanked the soldiers.

            Two thousand people were still in the stadium of Tolmen, and the dam above the town was being watched.""";

    private static final String SOUTH_TOWN = """
            The ferry terminal of Sorvane on Merrick island was closed after the earthquake, because its pier had sunk by a metre. Mayor Paola \
            Quint said that fishing boats would bring water and bread from the mainland.

            Cracks had opened in the school of Sorvane, Quint said, and the lighthouse of Merrick had gone dark.""";

    private static final String SOUTH_RESCUE = """
            Fishing boats brought water and bread to Sorvane on Merrick island, where the earthquake had made the pier of the ferry \
            terminal sink. Mayor Paola Quint carried the first crates herself.

            Lessons at the school of Sorvane would begin in tents, said Quint. Divers looked at the pier, and the lighthouse was lit again.""";

    private Twins() {}

    /**
     * One of them.
     *
     * @param minute of publication, counted from the first
     */
    public record Report(String id, String title, String text, int minute) {}

    /** The first of each, then the others in turn; the ids of one begin with north, those of the other with south. */
    public static List<Report> reports() {
        return List.of(
                new Report("north-1", "Strong earthquake strikes the Halvard peninsula", NORTH, 0),
                new Report("south-1", "Strong earthquake strikes Merrick island", SOUTH, 130),
                new Report("north-2", "Soldiers on their way to Tolmen after earthquake", NORTH_TOWN, 150),
                new Report("south-2", "Earthquake closes the ferry terminal of Sorvane", SOUTH_TOWN, 400),
                new Report("north-3", "Choirboy found alive under Tolmen cathedral", NORTH_RESCUE, 500),
                new Report("south-3", "Boats bring bread to Sorvane after earthquake", SOUTH_RESCUE, 720));
    }
}
