using System.Globalization;

namespace Cartwright.AppHost;

/// <summary>Asks the shop's processes what only operators may ask, with their token.</summary>
internal static class OpsClient
{
    /// <summary>The name of a worker's own port.</summary>
    public const string WorkerEndpoint = "ops";

    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(10) };

    /// <returns>What it answered.</returns>
    /// <exception cref="HttpRequestException">It refused or cannot be reached; the message is what it said.</exception>
    public static async Task<string> AskAsync(
        HttpMethod method, EndpointReference endpoint, string path, ParameterResource token, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, new Uri(new Uri(endpoint.Url), path));
        request.Headers.Add("X-Ops-Token", await token.GetValueAsync(cancellation));
        using var response = await Http.SendAsync(request, cancellation);
        var answer = await response.Content.ReadAsStringAsync(cancellation);
        return response.IsSuccessStatusCode
            ? answer
            : throw new HttpRequestException(string.Create(CultureInfo.InvariantCulture, $"{(int)response.StatusCode}: {answer}"), null, response.StatusCode);
    }
}

/// <summary>What operators do with queues: buttons of the web row, which are commands of <c>aspire resource web</c> as well.</summary>
internal static class QueueCommands
{
    private static readonly string[] Queues = ["orders", "mail", "webhooks", "maintenance"];

    public static IResourceBuilder<ExecutableResource> WithQueueCommands(
        this IResourceBuilder<ExecutableResource> web, IResourceBuilder<ParameterResource> token)
    {
        Add("pause-queue", "Pause queue", "pause", "Pause", "Workers finish what they hold and take nothing new from the queue until it is resumed.");
        Add("resume-queue", "Resume queue", "resume", "Play", "Workers take from the queue again.");
        Add("requeue-dead", "Requeue dead jobs", "requeue", "ArrowRepeatAll", "Every dead job of the queue is tried again, with all its attempts.");
        return web.WithCommand(
            "queue-status",
            "Queue status",
            context => AskAsync(HttpMethod.Get, "/ops/queues", context.CancellationToken),
            Options("Each queue: its state, how much of what waits in it, and for how long.", "DataHistogram"));

        void Add(string name, string title, string verb, string icon, string description)
        {
            var options = Options(description, icon);
            options.Arguments =
            [
                new InteractionInput
                {
                    Name = "queue",
                    Label = "Queue",
                    InputType = InputType.Choice,
                    Required = true,
                    Options = [.. Queues.Select(queue => KeyValuePair.Create(queue, queue))],
                    AllowCustomChoice = true,
                },
            ];
            web.WithCommand(
                name,
                title,
                context => AskAsync(HttpMethod.Post, $"/ops/queues/{Uri.EscapeDataString(context.Arguments.GetString("queue") ?? "")}/{verb}", context.CancellationToken),
                options);
        }

        async Task<ExecuteCommandResult> AskAsync(HttpMethod method, string path, CancellationToken cancellation)
        {
            try
            {
                var answer = await OpsClient.AskAsync(method, web.GetEndpoint("http"), path, token.Resource, cancellation);
                return CommandResults.Success("Done.", answer, CommandResultFormat.Json, displayImmediately: true);
            }
            catch (HttpRequestException error)
            {
                return CommandResults.Failure(error.Message);
            }
        }
    }

    private static CommandOptions Options(string description, string icon) => new()
    {
        Description = description,
        IconName = icon,
        UpdateState = context => context.ResourceSnapshot.State?.Text == KnownResourceStates.Running ? ResourceCommandState.Enabled : ResourceCommandState.Disabled,
    };
}
