using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Cartwright.AppHost.Tests;

/// <summary>The pool's decisions, with processes that do what a test says and a clock that it moves.</summary>
public sealed class PoolTests : IDisposable
{
    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly FakeLogger log = new();
    private readonly FakeTimeProvider clock = new();
    private readonly TestProcess[] processes = [.. Enumerable.Range(1, 8).Select(number => new TestProcess($"worker-{number}"))];
    private readonly WorkerPool pool;

    public PoolTests() => pool = Pool(wanted: 2);

    public void Dispose() => pool.Dispose();

    [Fact]
    public async Task No_worker_starts_before_the_pool_is_open_and_then_as_many_as_were_asked_for_last()
    {
        var early = await Scaled(3);
        Assert.Equal(new Outcome(true, "3 workers start as soon as migration and demo shop are done."), early);
        Assert.Equal(new Outcome(false, "worker-1 is not at work."), await pool.DrainAsync("worker-1", default));
        Assert.Empty(Alive());
        pool.Open();
        await Until(() => Alive() is ["worker-1", "worker-2", "worker-3"]);
    }

    [Fact]
    public async Task After_a_failed_migration_the_first_scale_starts_the_workers()
    {
        pool.GiveUpWaiting();
        await pool.AddAsync(default);
        Assert.Empty(Alive());
        Assert.True((await Scaled(2)).IsDone);
        Assert.Equal(["worker-1", "worker-2"], Alive());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(9)]
    public async Task Other_numbers_are_refused_with_a_sentence(int workers)
    {
        await Opened();
        var refused = await pool.ScaleAsync(workers, default);
        Assert.Equal(new Outcome(false, $"Give a whole number from 0 to 8, not {workers}."), refused);
        Assert.Equal((2, 2, 8), pool.Count());
    }

    [Fact]
    public async Task Adding_to_a_full_pool_and_removing_from_an_empty_one_are_refused()
    {
        await Opened();
        await Scaled(8);
        Assert.False((await pool.AddAsync(default)).IsDone);
        await Scaled(0);
        Assert.False((await pool.RemoveAsync(default)).IsDone);
    }

    [Fact]
    public async Task Surplus_workers_are_asked_to_drain_and_never_stopped_while_they_do()
    {
        await Opened();
        await Scaled(4);
        processes[2].HoldsJobs = processes[3].HoldsJobs = true;
        var scaling = pool.ScaleAsync(2, default);
        await Until(() => processes[2].AskedToDrain == 1 && processes[3].AskedToDrain == 1);
        Assert.False(scaling.IsCompleted);
        Assert.Equal((2, 2, 8), pool.Count());
        processes[2].Finish();
        processes[3].Finish();
        Assert.True((await scaling.WaitAsync(Patience)).IsDone);
        Assert.Equal(["worker-1", "worker-2"], Alive());
        Assert.All(processes, process => Assert.Equal(0, process.Stopped));
    }

    [Fact]
    public async Task A_drain_that_hangs_is_stopped_after_90_seconds_and_not_before()
    {
        await Opened();
        processes[1].HoldsJobs = true;
        var scaling = pool.ScaleAsync(1, default);
        await Until(() => processes[1].AskedToDrain == 1);
        clock.Advance(DrainLimit - TimeSpan.FromSeconds(1));
        Assert.Equal(0, processes[1].Stopped);
        clock.Advance(TimeSpan.FromSeconds(1));
        await Until(() => processes[1].Stopped == 1);
        Assert.True((await scaling.WaitAsync(Patience)).IsDone);
    }

    [Fact]
    public async Task A_worker_too_young_to_listen_is_asked_again()
    {
        await Opened();
        processes[1].IsDeaf = true;
        var scaling = pool.ScaleAsync(1, default);
        await Until(() => processes[1].AskedToDrain == 1);
        processes[1].IsDeaf = false;
        await Until(() =>
        {
            clock.Advance(TimeSpan.FromMilliseconds(250));
            return scaling.IsCompleted;
        });
        Assert.True((await scaling.WaitAsync(Patience)).IsDone);
        Assert.Equal(0, processes[1].Stopped);
    }

    [Fact]
    public async Task The_last_word_of_two_operators_holds_and_the_first_one_is_told()
    {
        await Opened();
        processes[1].HoldsJobs = true;
        var first = pool.ScaleAsync(1, default);
        var second = pool.ScaleAsync(3, default);
        var overtaken = await first.WaitAsync(Patience);
        Assert.False(overtaken.IsDone);
        Assert.Contains("Another operator asked for 3 workers", overtaken.Sentence, StringComparison.Ordinal);
        processes[1].Finish();
        Assert.True((await second.WaitAsync(Patience)).IsDone);
        Assert.Equal((3, 3, 8), pool.Count());
    }

    [Fact]
    public async Task Scaling_up_during_a_drain_lets_the_drain_end_and_starts_others()
    {
        await Opened();
        await Scaled(8);
        foreach (var process in processes)
        {
            process.HoldsJobs = true;
        }

        _ = pool.ScaleAsync(6, default);
        await Until(() => processes[6].AskedToDrain + processes[7].AskedToDrain == 2);
        var up = pool.ScaleAsync(8, default);
        Assert.False(up.IsCompleted); // there is no other process to start
        processes[6].Finish();
        processes[7].Finish();
        Assert.True((await up.WaitAsync(Patience)).IsDone);
        Assert.Equal(2, processes[6].Started);
        Assert.All(processes, process => Assert.Equal(0, process.Stopped));
    }

    [Fact]
    public async Task A_crashed_worker_is_started_again_after_growing_waits()
    {
        await Opened();
        foreach (var seconds in (int[])[1, 2, 4, 8, 16, 32, 60, 60])
        {
            var before = processes[0].Started;
            processes[0].Die(137);
            Assert.Equal($"worker-1 ended by itself with 137: it is started again in {seconds} s.", log.LatestRecord.Message);
            Assert.Equal(before, processes[0].Started);
            clock.Advance(TimeSpan.FromSeconds(seconds));
            await Until(() => processes[0].Started == before + 1 && pool.Count().Running == 2);
        }
    }

    [Fact]
    public async Task Who_ran_for_a_minute_crashes_for_the_first_time_again()
    {
        await Opened();
        await Crash(processes[0]);
        await Crash(processes[0]);
        clock.Advance(TimeSpan.FromSeconds(61));
        var before = processes[0].Started;
        processes[0].Die(1);
        clock.Advance(TimeSpan.FromSeconds(1));
        await Until(() => processes[0].Started == before + 1);
    }

    [Fact]
    public async Task A_crash_is_seen_in_the_row_and_no_other_worker_takes_the_place()
    {
        await Opened();
        processes[0].Die(139);
        Assert.Equal((1, 2, 8), pool.Count());
        clock.Advance(TimeSpan.FromSeconds(1));
        await Until(() => pool.Count().Running == 2);
        Assert.Equal(["worker-1", "worker-2"], Alive());
        Assert.Equal(0, processes[2].Started);
    }

    [Fact]
    public async Task Scaling_down_a_crashed_worker_only_forgets_it()
    {
        await Opened();
        processes[1].Die(139);
        Assert.True((await Scaled(1)).IsDone);
        clock.Advance(TimeSpan.FromMinutes(2)); // its time would have come
        processes[0].Die(139);
        clock.Advance(TimeSpan.FromSeconds(2));
        await Until(() => processes[0].Started == 2);
        Assert.Equal(["worker-1"], Alive());
        Assert.Equal(0, processes[1].AskedToDrain);
    }

    [Fact]
    public async Task A_worker_that_cannot_be_launched_is_tried_again()
    {
        await Opened();
        processes[2].CannotStart = true;
        var scaled = await Scaled(3);
        Assert.False(scaled.IsDone);
        Assert.Contains("worker-3 ended by itself", scaled.Sentence, StringComparison.Ordinal);
        processes[2].CannotStart = false;
        await Until(() =>
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            return pool.Count().Running == 3;
        });
    }

    [Fact]
    public async Task A_drained_worker_stays_out_until_the_next_scale()
    {
        await Opened();
        Assert.Equal(new Outcome(true, "worker-1 finished what it held and ended."), await pool.DrainAsync("worker-1", default));
        Assert.Equal((1, 2, 8), pool.Count());
        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(["worker-2"], Alive());
        Assert.False((await pool.DrainAsync("worker-1", default)).IsDone);
        await Scaled(2);
        Assert.Equal(["worker-1", "worker-2"], Alive());
    }

    [Fact]
    public async Task Adding_one_while_another_is_taken_out_adds_just_one()
    {
        await Opened();
        await pool.DrainAsync("worker-1", default);
        Assert.True((await pool.AddAsync(default)).IsDone);
        Assert.Equal(["worker-2", "worker-3"], Alive());
        Assert.True((await pool.RemoveAsync(default)).IsDone);
        Assert.Equal(["worker-2"], Alive());
    }

    [Fact]
    public async Task A_worker_stopped_by_hand_is_no_crash_and_its_start_brings_it_back()
    {
        await Opened();
        processes[0].Die(137, wasStopped: true);
        Assert.Equal("worker-1 was stopped by hand: it stays out until the next scale, or its Start.", log.LatestRecord.Message);
        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal((1, 2, 8), pool.Count());
        Assert.Equal(1, processes[0].Started);
        processes[0].StartByHand();
        Assert.Equal((2, 2, 8), pool.Count());
        Assert.Equal(["worker-1", "worker-2"], Alive());
    }

    [Fact]
    public async Task Starting_one_more_by_hand_is_one_more_that_is_wanted()
    {
        await Opened();
        processes[6].StartByHand();
        Assert.Equal((3, 3, 8), pool.Count());
        Assert.Equal(["worker-1", "worker-2", "worker-7"], Alive());
    }

    [Fact]
    public async Task A_rolling_restart_takes_one_at_a_time()
    {
        await Opened();
        await Scaled(3);
        foreach (var process in processes)
        {
            process.HoldsJobs = true;
        }

        var rolling = pool.RestartAllAsync(default);
        Assert.False((await pool.RestartAllAsync(default)).IsDone);
        foreach (var process in processes[..3])
        {
            await Until(() => process.AskedToDrain == 1);
            Assert.Equal(2, pool.Count().Running);
            process.Finish();
        }

        Assert.True((await rolling.WaitAsync(Patience)).IsDone);
        Assert.All(processes[..3], process => Assert.Equal(2, process.Started));
        Assert.All(processes[3..], process => Assert.Equal(0, process.Started));
    }

    [Fact]
    public async Task Scaling_ends_a_rolling_restart_and_the_number_holds()
    {
        await Opened();
        processes[0].HoldsJobs = true;
        var rolling = pool.RestartAllAsync(default);
        await Until(() => processes[0].AskedToDrain == 1);
        var scaling = pool.ScaleAsync(4, default);
        processes[0].Finish();
        Assert.True((await scaling.WaitAsync(Patience)).IsDone);
        var ended = await rolling.WaitAsync(Patience);
        Assert.False(ended.IsDone);
        Assert.Contains("1 of 2 workers were restarted. Another operator asked for 4", ended.Sentence, StringComparison.Ordinal);
        Assert.Equal((4, 4, 8), pool.Count());
    }

    [Fact]
    public async Task Scaling_to_nothing_during_a_rolling_restart_brings_no_worker_back()
    {
        await Opened();
        processes[0].HoldsJobs = true;
        var rolling = pool.RestartAllAsync(default);
        await Until(() => processes[0].AskedToDrain == 1);
        var scaling = pool.ScaleAsync(0, default);
        processes[0].Finish();
        Assert.True((await scaling.WaitAsync(Patience)).IsDone);
        Assert.False((await rolling.WaitAsync(Patience)).IsDone);
        Assert.Empty(Alive());
    }

    [Fact]
    public async Task A_command_whose_worker_never_gets_ready_ends_with_what_is_so()
    {
        await Opened();
        processes[2].NeverReady = true;
        var scaling = pool.ScaleAsync(3, default);
        await Until(() => processes[2].Started == 1);
        clock.Advance(DrainLimit + TimeSpan.FromSeconds(30));
        Assert.Equal(new Outcome(false, "2 of 3 workers run; the pool goes on."), await scaling.WaitAsync(Patience));
    }

    [Fact]
    public async Task An_operator_who_goes_away_leaves_the_pool_at_work()
    {
        await Opened();
        var gone = new CancellationToken(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pool.ScaleAsync(3, gone));
        await Until(() => pool.Count().Running == 3);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pool.ScaleAsync(1, gone));
        await Until(() => Alive() is ["worker-1"]);
    }

    private WorkerPool Pool(int wanted)
    {
        var made = new WorkerPool(processes, wanted, DrainLimit, clock, log);
        foreach (var process in processes)
        {
            process.Pool = made;
        }

        return made;
    }

    private async Task Opened()
    {
        pool.Open();
        await Until(() => pool.Count().Running == 2);
    }

    private Task<Outcome> Scaled(int workers) => pool.ScaleAsync(workers, default).WaitAsync(Patience);

    private async Task Crash(TestProcess process)
    {
        var before = process.Started;
        process.Die(1);
        await Until(() =>
        {
            clock.Advance(TimeSpan.FromMilliseconds(500));
            return process.Started == before + 1 && pool.Count().Running == 2;
        });
    }

    private string[] Alive() => [.. processes.Where(process => process.IsAlive).Select(process => process.Name)];

    private static Task Until(Func<bool> isSo) => Waiting.UntilAsync(isSo);

    /// <summary>Stands in for a process of Aspire.</summary>
    private sealed class TestProcess(string name) : IWorkerProcess
    {
        private readonly ConcurrentQueue<string> asked = new();
        private volatile bool isAlive;
        private int started;

        public string Name => name;

        public WorkerPool? Pool { get; set; }

        public bool IsAlive => isAlive;

        public bool HoldsJobs { get; set; }

        public bool IsDeaf { get; set; }

        public bool CannotStart { get; set; }

        public bool NeverReady { get; set; }

        public int Started => started;

        public int Stopped => asked.Count(each => each == "stop");

        public int AskedToDrain => asked.Count(each => each == "drain");

        public Task<bool> StartAsync(CancellationToken cancellation)
        {
            cancellation.ThrowIfCancellationRequested();
            if (CannotStart)
            {
                return Task.FromResult(false);
            }

            StartByHand();
            return Task.FromResult(true);
        }

        public Task<bool> AskToDrainAsync(CancellationToken cancellation)
        {
            cancellation.ThrowIfCancellationRequested();
            asked.Enqueue("drain");
            if (!IsDeaf && !HoldsJobs)
            {
                Finish();
            }

            return Task.FromResult(!IsDeaf);
        }

        public Task StopAsync(CancellationToken cancellation)
        {
            asked.Enqueue("stop");
            Die(137, wasStopped: true);
            return Task.CompletedTask;
        }

        public void StartByHand()
        {
            Interlocked.Increment(ref started);
            isAlive = true;
            Pool!.ObserveStarted(name);
            if (!NeverReady)
            {
                Pool.ObserveReady(name);
            }
        }

        public void Finish() => Die(0);

        public void Die(int exitCode, bool wasStopped = false)
        {
            isAlive = false;
            Pool!.ObserveEnded(name, exitCode, wasStopped);
        }
    }
}
