using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cartwright.AppHost;

/// <summary>
/// The row of the dashboard that stands for all worker processes. Aspire cannot change a replica count at run time, so the
/// pool owns as many executables as there may ever be and starts those that are wanted.
/// </summary>
public sealed class WorkerPoolResource(string name) : Resource(name), IResourceWithWaitSupport
{
    internal WorkerPool? Pool { get; set; }

    internal List<AspireWorker> Workers { get; } = [];
}

/// <summary>Adds a pool of workers to a model.</summary>
internal static class WorkerPoolExtensions
{
    /// <summary>
    /// Adds the row and its workers <c>NAME-1</c>, <c>NAME-2</c>, …, none of which starts by itself: the pool starts them once
    /// its own waits are over. So a worker never waits by itself, where Aspire could not stop it.
    /// </summary>
    public static IResourceBuilder<WorkerPoolResource> AddWorkerPool(
        this IDistributedApplicationBuilder builder, [ResourceName] string name, ShopSettings settings, Shop shop)
    {
        var pool = builder.AddResource(new WorkerPoolResource(name))
            .ExcludeFromManifest()
            .WithIconName("PeopleTeam")
            .WithInitialState(new CustomResourceSnapshot { ResourceType = "WorkerPool", State = KnownResourceStates.Waiting, Properties = [] });
        for (var number = 1; number <= settings.MaxWorkers; number++)
        {
            var worker = shop.AddWorker(string.Create(CultureInfo.InvariantCulture, $"{name}-{number}"))
                .WithExplicitStart()
                .WithParentRelationship(pool.Resource);
            pool.Resource.Workers.Add(new AspireWorker(worker.Resource, shop.OpsToken.Resource));
            PoolCommands.AddDrain(worker, pool.Resource);
        }

        PoolCommands.Add(pool, settings.MaxWorkers);
        return pool.OnInitializeResource((resource, started, stopping) => RunAsync(resource, settings, started, stopping));
    }

    private static async Task RunAsync(WorkerPoolResource resource, ShopSettings settings, InitializeResourceEvent started, CancellationToken stopping)
    {
        foreach (var worker in resource.Workers)
        {
            worker.Services = started.Services;
        }

        using var pool = new WorkerPool(resource.Workers, settings.Workers, settings.DrainLimit, TimeProvider.System, started.Logger);
        resource.Pool = pool;
        var row = PublishRowAsync(resource, pool, started.Notifications, stopping);
        var watch = WatchAsync(resource, pool, started.Notifications, stopping);
        try
        {
            await started.Eventing.PublishAsync(new BeforeResourceStartedEvent(resource, started.Services), stopping);
            pool.Open();
        }
        catch (DistributedApplicationException error)
        {
            pool.GiveUpWaiting();
            started.Logger.LogError("{Reason} No worker is started until somebody scales.", error.Message);
            await started.Notifications.PublishUpdateAsync(resource, snapshot => snapshot with { State = KnownResourceStates.FailedToStart });
        }

        await Task.WhenAll(row, watch);
    }

    private static async Task WatchAsync(WorkerPoolResource resource, WorkerPool pool, ResourceNotificationService notifications, CancellationToken stopping)
    {
        var workers = resource.Workers.ToDictionary(worker => worker.Name);
        await foreach (var change in notifications.WatchAsync(stopping))
        {
            if (workers.TryGetValue(change.Resource.Name, out var worker))
            {
                worker.Observe(change.Snapshot, pool);
            }
        }
    }

    private static async Task PublishRowAsync(WorkerPoolResource resource, WorkerPool pool, ResourceNotificationService notifications, CancellationToken stopping)
    {
        using var isDue = new SemaphoreSlim(0);
        pool.Changed += () => isDue.Release();
        while (true)
        {
            await isDue.WaitAsync(stopping);
            var (running, wanted, most) = pool.Count();
            var style = running == wanted ? KnownResourceStateStyles.Success : KnownResourceStateStyles.Warn;
            var isOpen = pool.IsOpen; // until then the state is Aspire's: it takes any other for the end of the wait
            await notifications.PublishUpdateAsync(resource, snapshot => snapshot with
            {
                StartTimeStamp = snapshot.StartTimeStamp ?? (isOpen ? DateTime.UtcNow : null),
                State = isOpen ? new ResourceStateSnapshot($"{running} of {wanted} running", style) : snapshot.State,
                Properties = [new(CustomResourceKnownProperties.Source, $"{wanted} wanted, {most} at most")],
            });
        }
    }
}
