using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cartwright.AppHost;

/// <summary>What keeps a process from starting is said in one sentence and waited for, instead of failing with a stack trace.</summary>
internal static class Obstacles
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);

    /// <summary>Holds the start back until the condition is true. Meanwhile the row says <paramref name="state"/>, and its log the sentence.</summary>
    public static IResourceBuilder<ExecutableResource> WaitUntil(
        this IResourceBuilder<ExecutableResource> process, Func<bool> isMet, string state, string sentence) =>
        process.OnBeforeResourceStarted(async (resource, started, stopping) =>
        {
            if (isMet())
            {
                return;
            }

            var notifications = started.Services.GetRequiredService<ResourceNotificationService>();
            var log = started.Services.GetRequiredService<ResourceLoggerService>().GetLogger(resource);
            log.LogError("{Sentence}", sentence);
            await notifications.PublishUpdateAsync(resource, snapshot => snapshot with { State = new ResourceStateSnapshot(state, KnownResourceStateStyles.Error) });
            while (!isMet())
            {
                await Task.Delay(LookInterval, stopping);
            }

            await notifications.PublishUpdateAsync(resource, snapshot => snapshot with { State = KnownResourceStates.Starting });
        });
}
