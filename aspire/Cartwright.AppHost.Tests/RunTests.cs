using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace Cartwright.AppHost.Tests;

/// <summary>The whole thing for real: Aspire's process manager, the shop's processes, orders over HTTP.</summary>
public sealed class RunTests(RunningShop shop) : IClassFixture<RunningShop>
{
    private const int Orders = 200;
    private static readonly string[] Finished = [KnownResourceStates.Finished, KnownResourceStates.Exited];

    [Fact]
    public async Task Everything_starts_in_order()
    {
        var (migrate, seed, web) = (shop.AtReady["migrate"], shop.AtReady["seed"], shop.AtReady["web"]);
        Assert.Equal((0, 0), (migrate.ExitCode, seed.ExitCode));
        Assert.True(migrate.StopTimeStamp <= seed.StartTimeStamp && seed.StopTimeStamp <= web.StartTimeStamp);
        Assert.All((string[])["worker-1", "worker-2"], worker => Assert.True(seed.StopTimeStamp <= shop.AtReady[worker].StartTimeStamp));
        Assert.Equal(KnownResourceStates.NotStarted, shop.AtReady["worker-3"].State?.Text);
        Assert.NotEmpty(await shop.ProductsAsync());
    }

    [Fact]
    public async Task Two_hundred_orders_are_decided_while_operators_scale_and_a_worker_is_killed()
    {
        var orders = new ConcurrentBag<JsonElement>();
        await shop.ScaleAsync(1);
        var attempts = await AttemptsAsync();

        var buying = BuyAsync(orders, Orders * 3 / 4);
        await shop.ScaleAsync(6);
        await Waiting.UntilAsync(async () => await shop.WorkersAsync() == 6, "the shop knows six workers");
        await shop.ScaleAsync(2);
        Assert.Equal(2, await shop.WorkersAsync());
        await shop.ScaleAsync(0);
        Assert.Equal(0, await shop.WorkersAsync());
        await shop.ScaleAsync(3);
        await buying;
        await DecidedAsync(orders);
        Assert.Equal(attempts, await AttemptsAsync()); // whoever drained finished what it held

        buying = BuyAsync(orders, Orders - orders.Count);
        Process.GetProcessById(shop.Pid("worker-1")).Kill(); // SIGKILL
        await shop.ShowsAsync("2 of 3 running");
        await shop.ShowsAsync("3 of 3 running");
        var before = shop.Pid("worker-2");
        var restarted = await shop.CommandAsync("worker", "rolling-restart");
        Assert.True(restarted.Success, restarted.Message);
        Assert.NotEqual(before, shop.Pid("worker-2"));
        await buying;
        await DecidedAsync(orders);

        Assert.Equal(Orders, orders.Count);
        var (code, said) = await shop.DoctorAsync();
        Assert.True(code == 0, said);
    }

    [Fact]
    public async Task The_last_word_of_two_operators_holds()
    {
        await shop.ScaleAsync(1);
        var results = await Task.WhenAll(
            shop.CommandAsync("worker", "scale", ("workers", "4")),
            shop.CommandAsync("worker", "scale", ("workers", "2")));
        Assert.Single(results, result => result.Success);
        Assert.Contains(results, result => !result.Success && result.Message!.Contains("Another operator", StringComparison.Ordinal));
        Assert.Contains(shop.State("worker"), (string[])["4 of 4 running", "2 of 2 running"]);
    }

    [Fact]
    public async Task A_worker_that_is_drained_or_stopped_by_hand_stays_out_and_its_start_brings_it_back()
    {
        await shop.ScaleAsync(2);
        var drained = await shop.CommandAsync("worker-1", "drain");
        Assert.Equal("worker-1 finished what it held and ended.", drained.Message);
        await shop.ShowsAsync("1 of 2 running");
        Assert.True((await shop.CommandAsync("worker-1", KnownResourceCommands.StartCommand)).Success);
        await shop.ShowsAsync("2 of 2 running");
        Assert.True((await shop.CommandAsync("worker-2", KnownResourceCommands.StopCommand)).Success);
        await shop.ShowsAsync("1 of 2 running");
        await shop.ScaleAsync(2);
        Assert.Equal("2 of 2 running", shop.State("worker"));
    }

    [Theory]
    [InlineData("9")]
    [InlineData("-1")]
    [InlineData("many")]
    [InlineData("2.5")]
    public async Task Other_numbers_are_refused(string workers)
    {
        await shop.ScaleAsync(2);
        Assert.False((await shop.CommandAsync("worker", "scale", ("workers", workers))).Success);
        Assert.Equal("2 of 2 running", shop.State("worker"));
    }

    [Fact]
    public async Task A_paused_queue_is_left_alone_until_it_is_resumed()
    {
        await shop.ScaleAsync(1);
        var paused = await shop.CommandAsync("web", "pause-queue", ("queue", "orders"));
        Assert.True(paused.Success, paused.Message);
        var order = await shop.BuyAsync((await shop.ProductsAsync())[0]);
        var status = await shop.CommandAsync("web", "queue-status");
        var queues = JsonDocument.Parse(status.Data!.Value).RootElement.GetProperty("items").EnumerateArray();
        Assert.True(queues.Single(queue => queue.GetProperty("name").GetString() == "orders").GetProperty("paused").GetBoolean());
        Assert.False(await shop.IsDecidedAsync(order));
        Assert.True((await shop.CommandAsync("web", "resume-queue", ("queue", "orders"))).Success);
        await Waiting.UntilAsync(() => shop.IsDecidedAsync(order), "the order is decided");
        Assert.True((await shop.CommandAsync("web", "requeue-dead", ("queue", "mail"))).Success);
        var unknown = await shop.CommandAsync("web", "pause-queue", ("queue", "nothing"));
        Assert.False(unknown.Success);
        Assert.Contains("404", unknown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_shot_commands_start_again()
    {
        Assert.True((await shop.CommandAsync("doctor", KnownResourceCommands.StartCommand)).Success);
        await Waiting.UntilAsync(() => Task.FromResult(shop.ExitCode("doctor") == 0), "doctor ended with 0");
        Assert.True((await shop.CommandAsync("backup", KnownResourceCommands.StartCommand)).Success);
        await Waiting.UntilAsync(() => Task.FromResult(shop.ExitCode("backup") == 0), "backup ended with 0");
        Assert.True((await shop.CommandAsync("seed", KnownResourceCommands.StartCommand)).Success);
        await Waiting.UntilAsync(() => Task.FromResult(Finished.Contains(shop.State("seed")) && shop.ExitCode("seed") == 0), "seed ended with 0");
    }

    [Fact]
    public async Task An_order_is_one_trace_from_the_checkout_to_the_mail()
    {
        await shop.ScaleAsync(2);
        var number = (await shop.BuyAsync((await shop.ProductsAsync())[0])).GetProperty("number").GetString()!;
        Span[] Of() => [.. shop.Collector.Spans.Where(span => span.Attributes.GetValueOrDefault("messaging.message.conversation_id") == number)];
        await Waiting.UntilAsync(() => Task.FromResult(Of().Any(span => span.Name == "process mail")), "the mail's job was told");

        var trace = Assert.Single(Of().Select(span => span.Trace).Distinct());
        Span[] Spans() => [.. shop.Collector.Spans.Where(span => span.Trace == trace)];
        string[] wanted = ["POST /api/v1/orders", "send orders", "process orders", "payment charge", "send mail", "process mail", "smtp send"];
        await Waiting.UntilAsync(() => Task.FromResult(wanted.All(name => Spans().Any(span => span.Name == name))), "all of it was told");
        var root = Assert.Single(Spans(), span => span.Parent == "");
        Assert.Equal(("web", "POST /api/v1/orders"), (root.Service, root.Name));
        Assert.All(Spans().Where(span => span.Name.StartsWith("process", StringComparison.Ordinal)), span => Assert.Matches("^worker-[1-8]$", span.Service));
        await Waiting.UntilAsync(
            () => Task.FromResult(shop.Collector.Logs.Any(line => line.Service.StartsWith("worker-", StringComparison.Ordinal) && line.Attributes.GetValueOrDefault("order_id") == number && line.Attributes.ContainsKey("job_id"))),
            "a worker wrote of the order and its job");
        foreach (var metric in (string[])["cartwright.queue.depth", "cartwright.queue.oldest_age", "cartwright.job.attempts", "messaging.process.duration"])
        {
            await Waiting.UntilAsync(
                () => Task.FromResult(shop.Collector.Metrics.Keys.Any(told => told.Metric == metric && told.Service.StartsWith("worker-", StringComparison.Ordinal))),
                metric);
        }
    }

    private async Task BuyAsync(ConcurrentBag<JsonElement> orders, int count)
    {
        var products = await shop.ProductsAsync();
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, _) =>
            orders.Add(await shop.BuyAsync(products[number % products.Length])));
    }

    private async Task DecidedAsync(ConcurrentBag<JsonElement> orders)
    {
        foreach (var order in orders)
        {
            await Waiting.UntilAsync(() => shop.IsDecidedAsync(order), $"{order.GetProperty("number")} is decided");
        }
    }

    /// <summary>What workers gave up or lost so far.</summary>
    private async Task<string> AttemptsAsync() =>
        (await shop.RowsAsync("SELECT count(*) AS found FROM job_event WHERE type IN ('failed', 'released', 'lost')")).Single().ToString();
}
