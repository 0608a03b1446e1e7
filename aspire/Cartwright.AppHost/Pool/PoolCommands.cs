using System.Globalization;

namespace Cartwright.AppHost;

/// <summary>The pool's buttons, which are commands of <c>aspire resource worker</c> as well.</summary>
internal static class PoolCommands
{
    public static void Add(IResourceBuilder<WorkerPoolResource> pool, int most)
    {
        var scale = new CommandOptions
        {
            Description = $"Set the number of running workers, 0 to {most}. Surplus ones finish the jobs they hold before they end.",
            IconName = "ArrowAutofitHeight",
            IsHighlighted = true,
            Arguments =
            [
                new InteractionInput
                {
                    Name = "workers",
                    Label = "Workers",
                    Description = $"0 to {most}",
                    InputType = InputType.Number,
                    Required = true,
                },
            ],
            ValidateArguments = context =>
            {
                if (Workers(context.Inputs, most) is null)
                {
                    context.AddValidationError("workers", $"Give a whole number from 0 to {most}.");
                }

                return Task.CompletedTask;
            },
        };
        pool.WithCommand("scale", "Scale", context => RunAsync(pool.Resource, it => it.ScaleAsync(Workers(context.Arguments, most) ?? -1, context.CancellationToken)), scale);
        Add("add-worker", "Add a worker", "One worker more.", "Add", (it, cancellation) => it.AddAsync(cancellation));
        Add("remove-worker", "Remove a worker", "One worker less: it finishes the jobs it holds first.", "Subtract", (it, cancellation) => it.RemoveAsync(cancellation));
        Add(
            "rolling-restart",
            "Rolling restart",
            "Drain and start every running worker, one at a time.",
            "ArrowSync",
            (it, cancellation) => it.RestartAllAsync(cancellation),
            "Drain and start every running worker, one at a time?");

        void Add(string name, string title, string description, string icon, Func<WorkerPool, CancellationToken, Task<Outcome>> ask, string? question = null) =>
            pool.WithCommand(
                name,
                title,
                context => RunAsync(pool.Resource, it => ask(it, context.CancellationToken)),
                new CommandOptions { Description = description, IconName = icon, ConfirmationMessage = question, IsHighlighted = question is null });
    }

    public static void AddDrain(IResourceBuilder<ExecutableResource> worker, WorkerPoolResource pool) =>
        worker.WithCommand(
            "drain",
            "Drain and stop",
            context => RunAsync(pool, it => it.DrainAsync(worker.Resource.Name, context.CancellationToken)),
            new CommandOptions
            {
                Description = "The worker takes no more jobs, finishes those it holds, and ends; it stays out until the next scale.",
                IconName = "ArrowExit",
                UpdateState = context => context.ResourceSnapshot.State?.Text == KnownResourceStates.Running ? ResourceCommandState.Enabled : ResourceCommandState.Disabled,
            });

    private static async Task<ExecuteCommandResult> RunAsync(WorkerPoolResource resource, Func<WorkerPool, Task<Outcome>> ask)
    {
        if (resource.Pool is not { } pool)
        {
            return CommandResults.Failure("The application has not started yet.");
        }

        var outcome = await ask(pool);
        return outcome.IsDone ? CommandResults.Success(outcome.Sentence) : CommandResults.Failure(outcome.Sentence);
    }

    private static int? Workers(InteractionInputCollection inputs, int most) =>
        int.TryParse(inputs.GetString("workers"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number : null;
}
