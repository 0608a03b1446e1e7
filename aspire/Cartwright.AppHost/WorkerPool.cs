using Microsoft.Extensions.Logging;

namespace Cartwright.AppHost;

/// <summary>What a command came to, in a sentence.</summary>
internal sealed record Outcome(bool IsDone, string Sentence);

/// <summary>One worker process as the pool needs it.</summary>
internal interface IWorkerProcess
{
    /// <summary>Its name in the dashboard, in lease rows and logs.</summary>
    string Name { get; }

    /// <summary>Launches it; false if that failed, and the reason is in its log.</summary>
    Task<bool> StartAsync(CancellationToken cancellation);

    /// <summary>Asks it to take no more jobs, finish what it holds, and end; false if it did not answer.</summary>
    Task<bool> AskToDrainAsync(CancellationToken cancellation);

    /// <summary>Ends it: by a signal, and by force if that does not help.</summary>
    Task StopAsync(CancellationToken cancellation);
}

/// <summary>
/// Keeps as many workers at work as operators last asked for. Surplus ones drain before they end, crashed ones are started
/// again after growing waits, and one that an operator took out by hand stays out until the next <c>scale</c>.
/// </summary>
/// <remarks>
/// All decisions are taken under one lock from the phases of the workers; whatever takes time goes on beside it and reports
/// back. The last word of an operator holds: a command that was overtaken says so and changes nothing more.
/// </remarks>
internal sealed class WorkerPool : IDisposable
{
    private static readonly TimeSpan AskInterval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Steady = TimeSpan.FromSeconds(60); // who ran for so long crashes for the first time again

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30); // of a command, beyond what a drain may take

    private readonly Lock gate = new();
    private readonly Member[] members;
    private readonly TimeSpan drainLimit;
    private readonly TimeProvider clock;
    private readonly ILogger log;
    private readonly CancellationTokenSource closing = new();
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int wanted;
    private int word; // counts what operators said
    private bool isOpen;
    private bool isRolling;

    public WorkerPool(IEnumerable<IWorkerProcess> processes, int wanted, TimeSpan drainLimit, TimeProvider clock, ILogger log)
    {
        members = [.. processes.Select(process => new Member(process))];
        (this.wanted, this.drainLimit, this.clock, this.log) = (wanted, drainLimit, clock, log);
    }

    private enum Phase
    {
        Idle, // no process
        Starting, // launched, not ready yet
        Running,
        Draining, // takes no more jobs, and ends
        Crashed, // ended by itself; it will be started again
    }

    /// <summary>Something about the pool is different from before. Called under the lock: return at once.</summary>
    public event Action? Changed;

    /// <summary>How the pool is doing.</summary>
    public (int Running, int Wanted, int Most) Count()
    {
        lock (gate)
        {
            return (members.Count(member => member.Phase == Phase.Running), wanted, members.Length);
        }
    }

    /// <summary>Migration and demo shop are done: workers may start.</summary>
    public void Open()
    {
        lock (gate)
        {
            isOpen = true;
            Settle();
        }
    }

    /// <summary>Have so many workers, whichever they are; returns when it is so, or cannot be.</summary>
    public Task<Outcome> ScaleAsync(int workers, CancellationToken cancellation)
    {
        if (workers < 0 || workers > members.Length)
        {
            return Task.FromResult(new Outcome(false, $"Give a whole number from 0 to {members.Length}, not {workers}."));
        }

        lock (gate)
        {
            foreach (var member in members)
            {
                member.IsOut = false;
            }

            isOpen = true; // also when migration failed: whoever asks now has seen to that
            return AskFor(workers, cancellation);
        }
    }

    /// <summary>One worker more.</summary>
    public Task<Outcome> AddAsync(CancellationToken cancellation)
    {
        lock (gate)
        {
            return wanted < members.Length
                ? AskFor(wanted + 1, cancellation)
                : Task.FromResult(new Outcome(false, $"There are {wanted} workers already, and that is the most: Cartwright:MaxWorkers."));
        }
    }

    /// <summary>One worker less.</summary>
    public Task<Outcome> RemoveAsync(CancellationToken cancellation)
    {
        lock (gate)
        {
            return wanted > 0
                ? AskFor(wanted - 1, cancellation)
                : Task.FromResult(new Outcome(false, "There is no worker to remove."));
        }
    }

    /// <summary>Take this worker out: it finishes what it holds and ends, and none takes its place until the next <c>scale</c>.</summary>
    public async Task<Outcome> DrainAsync(string name, CancellationToken cancellation)
    {
        Member member;
        lock (gate)
        {
            member = Find(name);
            if (member.Phase is not (Phase.Starting or Phase.Running))
            {
                return new(false, $"{name} is not at work.");
            }

            member.IsOut = true;
            BeginDrain(member);
            Settle();
        }

        return await UntilAsync(
            () => (member.Phase, member.WasForced) switch
            {
                (Phase.Draining, _) => null,
                (_, true) => new(true, $"{name} did not end within {drainLimit.TotalSeconds} s and was stopped; its jobs go to other workers."),
                _ => new(true, $"{name} finished what it held and ended."),
            },
            cancellation);
    }

    /// <summary>Drain and start every worker that runs now, one at a time.</summary>
    public async Task<Outcome> RestartAllAsync(CancellationToken cancellation)
    {
        Member[] running;
        int said;
        lock (gate)
        {
            if (isRolling)
            {
                return new(false, "A rolling restart is under way already.");
            }

            isRolling = true;
            said = word;
            running = [.. members.Where(member => member.Phase is Phase.Starting or Phase.Running)];
        }

        try
        {
            for (var done = 0; done < running.Length; done++)
            {
                var outcome = await RestartAsync(running[done], said, cancellation);
                if (!outcome.IsDone)
                {
                    return outcome with { Sentence = $"{done} of {running.Length} workers were restarted. {outcome.Sentence}" };
                }
            }

            return new(true, $"{running.Length} of {running.Length} workers were restarted, one at a time.");
        }
        finally
        {
            lock (gate)
            {
                isRolling = false;
            }
        }
    }

    /// <summary>A process is there, whoever launched it.</summary>
    public void ObserveStarted(string name)
    {
        lock (gate)
        {
            var member = Find(name);
            if (member.Phase is not (Phase.Idle or Phase.Crashed))
            {
                return;
            }

            // Somebody pressed Start: one that was taken out is back, any other is one more than before.
            if (isOpen && member.Phase == Phase.Idle && !member.IsOut)
            {
                wanted = Math.Min(wanted + 1, members.Length);
                word++;
            }

            member.IsOut = false;
            Enter(member, Phase.Starting);
            Settle();
        }
    }

    /// <summary>A process can work jobs.</summary>
    public void ObserveReady(string name)
    {
        lock (gate)
        {
            var member = Find(name);
            if (member.Phase == Phase.Starting)
            {
                Enter(member, Phase.Running);
                Settle();
            }
        }
    }

    /// <summary>A process is gone.</summary>
    /// <param name="name">Which.</param>
    /// <param name="exitCode">Null if it is not known.</param>
    /// <param name="wasStopped">Whether somebody had told Aspire to stop it.</param>
    public void ObserveEnded(string name, int? exitCode, bool wasStopped)
    {
        lock (gate)
        {
            var member = Find(name);
            switch (member.Phase)
            {
                case Phase.Draining:
                    var isToReturn = member.IsToReturn;
                    Enter(member, Phase.Idle);
                    if (isToReturn)
                    {
                        Launch(member);
                    }

                    break;
                case Phase.Starting or Phase.Running when wasStopped || exitCode == 0:
                    log.LogInformation("{Worker} was stopped by hand: it stays out until the next scale, or its Start.", name);
                    member.IsOut = true;
                    Enter(member, Phase.Idle);
                    break;
                case Phase.Starting or Phase.Running:
                    Crash(member, exitCode);
                    break;
                default:
                    return;
            }

            Settle();
        }
    }

    /// <summary>Starts and drains no more; processes are left as they are.</summary>
    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
    }

    private Task<Outcome> AskFor(int workers, CancellationToken cancellation)
    {
        log.LogInformation("{Wanted} workers are wanted, {Before} were before.", workers, wanted);
        wanted = workers;
        var said = ++word;
        Settle();
        return UntilAsync(() => Answer(said), cancellation);
    }

    private Outcome? Answer(int said)
    {
        var running = members.Count(member => member.Phase == Phase.Running);
        if (word != said)
        {
            return new(false, $"Another operator asked for {wanted} workers meanwhile, and the last word holds.");
        }

        if (members.FirstOrDefault(member => member.Phase == Phase.Crashed) is { } crashed)
        {
            return new(false, $"{running} of {wanted} workers run: {crashed.Process.Name} ended by itself and is started again.");
        }

        var isSettled = members.All(member => member.Phase is Phase.Idle or Phase.Running);
        return isSettled ? new(true, $"{running} of {wanted} workers run.") : null;
    }

    private async Task<Outcome> RestartAsync(Member member, int said, CancellationToken cancellation)
    {
        var name = member.Process.Name;
        lock (gate)
        {
            if (word != said)
            {
                return new(false, $"Another operator asked for {wanted} workers meanwhile, and the last word holds.");
            }

            if (member.Phase is not (Phase.Starting or Phase.Running))
            {
                return new(true, $"{name} is not at work any more.");
            }

            member.IsToReturn = true;
            BeginDrain(member);
            Settle();
        }

        return await UntilAsync(
            () => member.Phase switch
            {
                Phase.Running => new(true, $"{name} is back."),
                Phase.Crashed => new(false, $"{name} ended by itself and is started again."),
                Phase.Idle => new(false, $"{name} is not wanted any more."),
                _ => null,
            },
            cancellation);
    }

    /// <summary>Start what is missing, drain what is too much. Called under the lock after each change.</summary>
    private void Settle()
    {
        while (isOpen && Standing().Length < Target() && members.FirstOrDefault(member => member is { Phase: Phase.Idle, IsOut: false }) is { } idle)
        {
            Launch(idle);
        }

        while (isOpen && Standing() is [.., var last] standing && standing.Length > Target())
        {
            Dismiss(last);
        }

        changed.SetResult();
        changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Changed?.Invoke();
    }

    private int Target() => Math.Max(0, wanted - members.Count(member => member.IsOut));

    private Member[] Standing() =>
        [.. members.Where(member => !member.IsOut && (member.Phase is Phase.Starting or Phase.Running or Phase.Crashed || member is { Phase: Phase.Draining, IsToReturn: true }))];

    private Member Find(string name) => members.First(member => member.Process.Name == name);

    private void Dismiss(Member member)
    {
        switch (member.Phase)
        {
            case Phase.Crashed:
                Enter(member, Phase.Idle);
                break;
            case Phase.Draining:
                member.IsToReturn = false;
                break;
            default:
                BeginDrain(member);
                break;
        }
    }

    private void Enter(Member member, Phase phase)
    {
        (member.Phase, member.Since) = (phase, clock.GetUtcNow());
        if (phase == Phase.Starting)
        {
            member.Run++;
            member.IsToReturn = member.WasForced = false;
            member.Gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        else if (phase is Phase.Idle or Phase.Crashed)
        {
            member.Gone.TrySetResult();
        }
    }

    private void Launch(Member member)
    {
        Enter(member, Phase.Starting);
        var run = member.Run;
        Beside(member, async () =>
        {
            if (!await member.Process.StartAsync(closing.Token))
            {
                lock (gate)
                {
                    if (member.Run == run && member.Phase == Phase.Starting)
                    {
                        Crash(member, null);
                        Settle();
                    }
                }
            }
        });
    }

    private void Crash(Member member, int? exitCode)
    {
        member.Crashes = clock.GetUtcNow() - member.Since < Steady ? member.Crashes + 1 : 1;
        var pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, member.Crashes - 1)));
        log.LogWarning("{Worker} ended by itself with {ExitCode}: it is started again in {Seconds} s.", member.Process.Name, exitCode, pause.TotalSeconds);
        Enter(member, Phase.Crashed);
        var (run, wait) = (member.Run, Task.Delay(pause, clock, closing.Token));
        Beside(member, async () =>
        {
            await wait;
            lock (gate)
            {
                if (member.Run == run && member.Phase == Phase.Crashed)
                {
                    Launch(member);
                    Settle();
                }
            }
        });
    }

    private void BeginDrain(Member member)
    {
        log.LogInformation("{Worker} is asked to drain.", member.Process.Name);
        Enter(member, Phase.Draining);
        Beside(member, () => DrainAsync(member));
    }

    private async Task DrainAsync(Member member)
    {
        using var limit = new CancellationTokenSource(drainLimit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, closing.Token);
        var gone = member.Gone.Task;
        try
        {
            while (!gone.IsCompleted && !await member.Process.AskToDrainAsync(either.Token))
            {
                await Task.Delay(AskInterval, clock, either.Token); // it may be too young to listen
            }

            await gone.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!closing.IsCancellationRequested)
        {
            log.LogWarning("{Worker} did not end within {Seconds} s of draining: it is stopped.", member.Process.Name, drainLimit.TotalSeconds);
            member.WasForced = true;
            await member.Process.StopAsync(closing.Token);
        }
    }

    /// <summary>Goes on beside the lock; what goes wrong there is told, and ends nothing else.</summary>
    private void Beside(Member member, Func<Task> work) => _ = Task.Run(async () =>
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested)
        {
            // the application ends
        }
        catch (Exception error)
        {
            log.LogError("{Worker}: {Reason}", member.Process.Name, error.Message);
        }
    });

    private async Task<Outcome> UntilAsync(Func<Outcome?> look, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(drainLimit + Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            return await UntilAsync(look, either);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            var (running, wanted, _) = Count();
            return new(false, $"{running} of {wanted} workers run; the pool goes on.");
        }
    }

    private async Task<Outcome> UntilAsync(Func<Outcome?> look, CancellationTokenSource end)
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (look() is { } outcome)
                {
                    return outcome;
                }

                next = changed.Task;
            }

            await next.WaitAsync(end.Token);
        }
    }

    private sealed class Member(IWorkerProcess process)
    {
        public IWorkerProcess Process { get; } = process;

        public Phase Phase { get; set; }

        public DateTimeOffset Since { get; set; }

        public int Run { get; set; }

        public int Crashes { get; set; }

        public bool IsOut { get; set; } // taken out by hand

        public bool IsToReturn { get; set; } // drains to be started again

        public bool WasForced { get; set; } // did not end by draining

        public TaskCompletionSource Gone { get; set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
