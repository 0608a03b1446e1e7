"""The job ledger: whoever holds the fence may write, nobody else; no job is claimed twice or forgotten."""

import random
from dataclasses import dataclass
from functools import partial
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from models.database import Transaction
from models.jobs.ledger import completion, jobs, rescue
from models.jobs.ledger.completion import Fault
from models.jobs.ledger.job_kinds import MAIL_AGAIN, STOCK_ALERT
from models.jobs.ledger.job_states import JobState
from models.jobs.ledger.jobs import Claim, LateWrite
from tests.machines.bench import Bench, ShopMachine, finds, search
from tests.stack import sqlite_only

pytestmark = sqlite_only("the machines are on SQLite in memory")
KINDS = (STOCK_ALERT, MAIL_AGAIN)
LEASE_SECONDS = 30.0
ENDS: dict[str, Any] = {
    "succeed": completion.succeed,
    "fail": partial(completion.fail, fault=Fault("Planted", "it failed"), wait_seconds=5.0),
    "defer": partial(completion.defer, reason="too early", wait_seconds=5.0),
    "release": completion.release,
}


@dataclass
class Job:
    """A job as the model has it: the fence that may write, or None while nobody holds it."""

    state: str = "queued"
    held_by: int | None = None
    fence: int = 0
    lease_until: int = 0


class JobMachine(ShopMachine):
    """Two workers, who keep every claim they ever got and use it again and again."""

    def begin(self) -> None:
        self.bench.rows("SELECT 1")
        self.bench.write(lambda tx: tx.execute("DELETE FROM job"))
        self.jobs: dict[int, Job] = {}
        self.claims: list[Claim] = []
        self.keys: set[tuple[str, str]] = set()

    @rule(kind=st.sampled_from(KINDS), key=st.sampled_from("abcd"))
    def enqueue(self, kind: Any, key: str) -> None:
        job_id = self.bench.write(lambda tx: jobs.enqueue(tx, kind, key, subject=("order", 1)))
        assert (job_id is None) == ((kind.name, key) in self.keys)
        self.keys.add((kind.name, key))
        if job_id is not None:
            self.jobs[job_id] = Job()

    @rule(worker=st.sampled_from(("w1", "w2")), most=st.integers(1, 3))
    def claim(self, worker: str, most: int) -> None:
        shares = [("mail", most)]
        got = self.bench.write(lambda tx: jobs.claim(tx, shares, worker=worker, lease_seconds=LEASE_SECONDS))
        assert len(got) <= most
        for claim in got:
            job = self.jobs[claim.id]
            assert (job.state, claim.fence) == ("queued", job.fence + 1)
            self.jobs[claim.id] = Job("running", claim.fence, claim.fence, self.bench.clock.now_ms + claim.lease_ms)
        self.claims += got

    @precondition(lambda self: self.claims)
    @rule(data=st.data(), end=st.sampled_from(sorted(ENDS)))
    def end(self, data: st.DataObject, end: str) -> None:
        claim = data.draw(st.sampled_from(range(len(self.claims))))
        job = self.jobs[self.claims[claim].id]
        is_ours = job.held_by == self.claims[claim].fence
        try:
            self.bench.write(partial(ENDS[end], claim=self.claims[claim]))
        except LateWrite:
            assert not is_ours, f"{end} by the holder was refused"
            return
        assert is_ours, f"{end} by a worker that has lost the job"
        job.held_by = None
        job.state = "succeeded" if end == "succeed" else self.state_of(self.claims[claim].id)
        assert job.state in ("succeeded", "queued", "dead")
        assert job.state != "dead" or end == "fail"

    @precondition(lambda self: self.claims)
    @rule(data=st.data())
    def renew(self, data: st.DataObject) -> None:
        claim = self.claims[data.draw(st.sampled_from(range(len(self.claims))))]
        job = self.jobs[claim.id]
        try:
            self.bench.write(partial(completion.renew_lease, claim=claim))
        except LateWrite:
            assert job.held_by != claim.fence
            return
        assert job.held_by == claim.fence
        job.lease_until = self.bench.clock.now_ms + claim.lease_ms

    @rule(seconds=st.sampled_from((1, 10, 31)))
    def wait(self, seconds: int) -> None:
        self.bench.clock.now_ms += seconds * 1000

    @rule()
    def rescue(self) -> None:
        draw = random.Random(1)
        rescued = self.bench.write(lambda tx: rescue.rescue(tx, wait_seconds=1.0, draw=draw))
        expired = [
            job_id
            for job_id, job in self.jobs.items()
            if job.state == "running" and job.lease_until < self.bench.clock.now_ms
        ]
        assert rescued == len(expired), "the living were robbed, or the dead were left"
        for job_id in expired:
            self.jobs[job_id].held_by, self.jobs[job_id].state = None, self.state_of(job_id)
            assert self.jobs[job_id].state in ("queued", "dead")

    @invariant()
    def the_ledger_is_as_modelled(self) -> None:
        if not hasattr(self, "jobs"):
            return
        found = {
            row["id"]: row for row in self.bench.rows("SELECT id, state, fence, owner FROM job WHERE queue = 'mail'")
        }
        assert set(found) == set(self.jobs)
        for job_id, job in self.jobs.items():
            row = found[job_id]
            assert (row["state"], row["fence"]) == (job.state, job.fence)
            assert (row["owner"] is not None) == (job.state == JobState.RUNNING)

    def state_of(self, job_id: int) -> str:
        return str(self.bench.rows("SELECT state FROM job WHERE id = ?", job_id)[0]["state"])


def test_only_the_holder_of_the_fence_writes(bench: Bench) -> None:
    search(JobMachine, bench)


def test_a_fence_that_nobody_checks_is_found(bench: Bench) -> None:
    async def leave(tx: Transaction, claim: Claim, changes: str, *values: object) -> None:
        await tx.execute(f"UPDATE job SET owner = NULL, lease_until = NULL, {changes} WHERE id = ?", *values, claim.id)

    assert finds(JobMachine, bench, lambda patch: patch.setattr(completion, "_release_hold", leave))


def test_a_rescue_that_takes_living_leases_is_found(bench: Bench) -> None:
    def plant(patch: pytest.MonkeyPatch) -> None:
        for name in ("EXPIRED", "REQUEUE"):
            patch.setattr(rescue, name, getattr(rescue, name).replace("lease_until < ?", "lease_until > ?"))

    assert finds(JobMachine, bench, plant)
