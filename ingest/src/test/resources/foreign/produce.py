"""Writes pages to news.pages.v1 with librdkafka and Avro's own library: what a producer in any language does.

    produce.py BOOTSTRAP REGISTRY SCHEMA_FILE COUNT
"""
import io
import json
import struct
import sys
import urllib.request
from datetime import datetime, timezone

import avro.io
import avro.schema
from confluent_kafka import Producer

bootstrap, registry, schema_file, count = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
schema = open(schema_file, encoding="utf-8").read()

# Registering a schema that is there gives its id.
request = urllib.request.Request(
    f"{registry}/subjects/news.pages.v1-value/versions",
    json.dumps({"schema": schema}).encode(),
    {"Content-Type": "application/vnd.schemaregistry.v1+json"},
)
schema_id = json.load(urllib.request.urlopen(request))["id"]
writer = avro.io.DatumWriter(avro.schema.parse(schema))


def serialize(page):
    out = io.BytesIO(struct.pack(">bI", 0, schema_id))
    out.seek(0, io.SEEK_END)
    writer.write(page, avro.io.BinaryEncoder(out))
    return out.getvalue()


failures = []
producer = Producer({
    "bootstrap.servers": bootstrap,
    "enable.idempotence": True,
    "message.max.bytes": 8 << 20,
    "compression.type": "zstd",
})
for i in range(count):
    url = f"https://harbourpost.example/{i}"
    body = f"<p>Größe {i} ".encode() + b"x" * (3_000_000 if i == 0 else 0)
    page = {
        "url": url,
        "finalUrl": None,
        "fetchTime": datetime(2026, 3, 1, 8, 0, i % 60, tzinfo=timezone.utc),
        "status": 200,
        "contentType": "text/html; charset=utf-8",
        "charset": None,
        "headers": {"server": "example"},
        "body": body,
        "truncated": False,
        "crawler": "python",
        "crawlId": None,
    }
    producer.produce("news.pages.v1", key=url, value=serialize(page),
                     on_delivery=lambda error, message: failures.append(str(error)) if error else None)
    producer.poll(0)
producer.flush(60)
if failures:
    sys.exit("\n".join(failures))
