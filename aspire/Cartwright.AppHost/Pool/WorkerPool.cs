using Microsoft.Extensions.Logging;

namespace Cartwright.AppHost;

/// <summary>
/// Keeps as many workers at work as operators last asked for. Surplus ones drain before they end, crashed ones are started
/// again after growing waits, and one that an operator took out by hand stays out until the next <c>scale</c>.
/// </summary>
/// <remarks>
/// All decisions are taken under one lock from the phases of the workers; whatever takes time goes on beside it and reports
/// back. The last word of an operator holds: a command that was overtaken says so and changes nothing more.
/// </remarks>
internal sealed partial class WorkerPool : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30); // of a command, beyond what a drain may take

    private readonly Lock gate = new();
    private readonly PoolMember[] members;
    private readonly TimeSpan drainLimit;
    private readonly TimeProvider clock;
    private readonly ILogger log;
    private readonly CancellationTokenSource closing = new();
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int wanted;
    private int word; // counts what operators said
    private bool isOpen;
    private bool hasFailed; // what the pool waited for
    private bool isRolling;

    public WorkerPool(IEnumerable<IWorkerProcess> processes, int wanted, TimeSpan drainLimit, TimeProvider clock, ILogger log)
    {
        members = [.. processes.Select(process => new PoolMember(process))];
        (this.wanted, this.drainLimit, this.clock, this.log) = (wanted, drainLimit, clock, log);
    }

    /// <summary>Something about the pool is different from before. Called under the lock: return at once.</summary>
    public event Action? Changed;

    /// <summary>Whether workers may start.</summary>
    public bool IsOpen
    {
        get
        {
            lock (gate)
            {
                return isOpen;
            }
        }
    }

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

    /// <summary>Migration or demo shop failed: workers start when somebody scales, who will have seen to that.</summary>
    public void GiveUpWaiting()
    {
        lock (gate)
        {
            hasFailed = true;
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

            isOpen |= hasFailed;
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
                : Task.FromResult(new Outcome(false, $"{wanted} workers are wanted already, and that is the most: Cartwright:MaxWorkers."));
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
        PoolMember member;
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
        PoolMember[] running;
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

        if (!isOpen)
        {
            return new(true, $"{wanted} workers start as soon as migration and demo shop are done.");
        }

        var isSettled = members.All(member => member.Phase is Phase.Idle or Phase.Running);
        return isSettled ? new(true, $"{running} of {wanted} workers run.") : null;
    }

    private async Task<Outcome> RestartAsync(PoolMember member, int said, CancellationToken cancellation)
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
}
