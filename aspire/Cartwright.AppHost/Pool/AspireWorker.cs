using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Cartwright.AppHost;

/// <summary>A worker that Aspire runs: its commands for the pool, and what Aspire says of it told to the pool once for each run.</summary>
internal sealed class AspireWorker(ExecutableResource resource, ParameterResource token) : IWorkerProcess
{
    private (string? Pid, DateTime? Start) ended;
    private bool wasStopped;
    private bool hasFailed;

    public string Name => resource.Name;

    /// <summary>Set when the application starts.</summary>
    public IServiceProvider? Services { get; set; }

    public async Task<bool> StartAsync(CancellationToken cancellation)
    {
        hasFailed = false;
        var result = await Commands.ExecuteCommandAsync(resource, KnownResourceCommands.StartCommand, cancellation);
        return result.Success;
    }

    public async Task<bool> AskToDrainAsync(CancellationToken cancellation)
    {
        try
        {
            await OpsClient.AskAsync(HttpMethod.Post, resource.GetEndpoint(OpsClient.WorkerEndpoint), "/ops/drain", token, cancellation);
            return true;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    public async Task StopAsync(CancellationToken cancellation)
    {
        var result = await Commands.ExecuteCommandAsync(resource, KnownResourceCommands.StopCommand, cancellation);
        if (!result.Success)
        {
            throw new InvalidOperationException(result.Message ?? "Aspire could not stop it.");
        }
    }

    /// <summary>Tells the pool what is new. Aspire repeats itself, and shows a run that is over until the next one has begun.</summary>
    public void Observe(CustomResourceSnapshot snapshot, WorkerPool pool)
    {
        var run = (Pid: snapshot.Properties.FirstOrDefault(property => property.Name == "executable.pid")?.Value?.ToString(), snapshot.StartTimeStamp);
        var state = snapshot.State?.Text;
        if (state == KnownResourceStates.FailedToStart)
        {
            if (!hasFailed)
            {
                hasFailed = true;
                pool.ObserveEnded(Name, null, wasStopped: false);
            }
        }
        else if (run.Pid is null || run == ended)
        {
            return; // nothing runs yet, or it was told already
        }
        else if (state == KnownResourceStates.Running)
        {
            hasFailed = false;
            pool.ObserveStarted(Name);
            if (snapshot.HealthStatus == HealthStatus.Healthy)
            {
                pool.ObserveReady(Name);
            }
        }
        else if (state == KnownResourceStates.Stopping)
        {
            wasStopped = true;
        }
        else if (KnownResourceStates.TerminalStates.Contains(state))
        {
            ended = run;
            pool.ObserveEnded(Name, snapshot.ExitCode, wasStopped);
            wasStopped = false;
        }
    }

    private ResourceCommandService Commands =>
        (Services ?? throw new InvalidOperationException("The application has not started.")).GetRequiredService<ResourceCommandService>();
}
