namespace Cartwright.AppHost;

/// <summary>What a worker of the pool is at.</summary>
internal enum Phase
{
    /// <summary>There is no process.</summary>
    Idle,

    /// <summary>Launched, not ready yet.</summary>
    Starting,

    /// <summary>It works jobs.</summary>
    Running,

    /// <summary>It takes no more jobs, and ends.</summary>
    Draining,

    /// <summary>It ended by itself and will be started again.</summary>
    Crashed,
}

/// <summary>What the pool knows of one worker; all of it changes under the pool's lock.</summary>
internal sealed class PoolMember(IWorkerProcess process)
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
