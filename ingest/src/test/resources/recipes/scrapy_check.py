# Runs the pipeline of the docs as Scrapy would: open, a response at a time, close. Arguments: its file, the address, the number of pages.
import importlib.util, sys

spec = importlib.util.spec_from_file_location("pipeline", sys.argv[1])
pipeline = importlib.util.module_from_spec(spec)
spec.loader.exec_module(pipeline)


class Response:
    def __init__(self, i):
        self.url = f"https://scrapy.example/{i}" if i != 7 else ""
        self.status = 200
        self.body = f"<p>page {i}".encode()
        self.headers = {"Content-Type": b"text/html; charset=utf-8"}


items = pipeline.NewsloomPipeline()
items.url = sys.argv[2]
items.open_spider(None)
for i in range(int(sys.argv[3])):
    items.process_item({"response": Response(i)}, None)
items.close_spider(None)
