using Microsoft.Extensions.Logging;

namespace Cartwright.AppHost;

/// <content>What becomes of the processes: what Aspire says of them, and what the pool does about it.</content>
internal sealed partial class WorkerPool
{
    private static readonly TimeSpan AskInterval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Steady = TimeSpan.FromSeconds(60); // who ran for so long crashes for the first time again

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

    private PoolMember[] Standing() =>
        [.. members.Where(member => !member.IsOut && (member.Phase is Phase.Starting or Phase.Running or Phase.Crashed || member is { Phase: Phase.Draining, IsToReturn: true }))];

    private PoolMember Find(string name) => members.First(member => member.Process.Name == name);

    private void Dismiss(PoolMember member)
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

    private void Enter(PoolMember member, Phase phase)
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

    private void Launch(PoolMember member)
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

    private void Crash(PoolMember member, int? exitCode)
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

    private void BeginDrain(PoolMember member)
    {
        log.LogInformation("{Worker} is asked to drain.", member.Process.Name);
        Enter(member, Phase.Draining);
        Beside(member, () => DrainAsync(member));
    }

    private async Task DrainAsync(PoolMember member)
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
    private void Beside(PoolMember member, Func<Task> work) => _ = Task.Run(async () =>
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
}
