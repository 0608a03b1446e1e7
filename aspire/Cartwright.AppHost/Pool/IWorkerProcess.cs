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
