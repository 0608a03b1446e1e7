"""The least a Quart route costs: `python -m benchmarks.bare_server PORT` answers a line of text."""

import sys

import uvicorn
from quart import Quart

app = Quart(__name__)


@app.get("/")
async def line() -> str:
    return "the shop is open"


if __name__ == "__main__":
    uvicorn.run(app, port=int(sys.argv[1]), loop="asyncio", http="httptools", log_level="error", access_log=False)
