using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Xunit.Abstractions;

namespace Cartwright.AppHost.Tests;

/// <summary>What scaling costs and brings; measured when asked for: <c>dotnet test --filter Category=Figures</c>.</summary>
[Trait("Category", "Figures")]
[Collection("figures")] // one after the other: they would share cores, and on servers the database
public sealed class Figures(FastShop shop, ITestOutputHelper output) : IClassFixture<FastShop>
{
    private const int Backlog = 400; // the demo shop has 5,000 things to sell

    [Fact]
    public async Task Time_to_the_first_claim_of_a_fourth_worker_and_time_to_drain_three()
    {
        var (claims, drains) = (new List<double>(), new List<double>());
        for (var round = 0; round < 5; round++)
        {
            await shop.ScaleAsync(1);
            using var over = new CancellationTokenSource();
            var buying = BuyUntilAsync(over.Token);
            var asked = DateTimeOffset.UtcNow;
            await shop.ScaleAsync(4);
            JsonElement[] claimed = [];
            await Waiting.UntilAsync(
                async () => (claimed = await shop.RowsAsync($"SELECT min(at) AS at FROM job_event WHERE type = 'claimed' AND worker = 'worker-4' AND at > {asked.ToUnixTimeMilliseconds()}"))[0].GetProperty("at").ValueKind == JsonValueKind.Number,
                "worker-4 claims");
            claims.Add((claimed[0].GetProperty("at").GetInt64() - asked.ToUnixTimeMilliseconds()) / 1000.0);
            var began = Stopwatch.GetTimestamp();
            await shop.ScaleAsync(1);
            drains.Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
            await over.CancelAsync();
            await buying;
        }

        Tell("seconds from `scale --workers 4` to the fourth worker's first claim", claims);
        Tell("seconds until three of four workers had drained under load", drains);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task Orders_decided_a_second(int workers) =>
        Tell($"orders decided a second by {workers} workers", await Rates.MeasureAsync(shop, workers, Backlog, rounds: 3));

    private async Task BuyUntilAsync(CancellationToken over)
    {
        var products = await shop.ProductsAsync();
        for (var number = 0; !over.IsCancellationRequested; number++)
        {
            await shop.BuyAsync(products[number % products.Length]);
            await Task.Delay(50, CancellationToken.None); // not more than twenty a second
        }
    }

    private void Tell(string what, IReadOnlyList<double> figures) => output.WriteLine(Rates.InWords(what, figures));
}

/// <summary>The same where each order holds up its worker for 0.2 s.</summary>
[Trait("Category", "Figures")]
[Collection("figures")]
public sealed class FiguresOfSlowWorkers(SlowShop shop, ITestOutputHelper output) : IClassFixture<SlowShop>
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task Orders_decided_a_second(int workers) =>
        output.WriteLine(Rates.InWords($"slow orders decided a second by {workers} workers", await Rates.MeasureAsync(shop, workers, backlog: 100, rounds: 1)));
}

/// <summary>Without anything that slows workers down.</summary>
public sealed class FastShop : RunningShop
{
    public FastShop() => Failpoints = "";
}

/// <summary>Each order holds up its worker for 0.2 s.</summary>
public sealed class SlowShop : RunningShop
{
    public SlowShop() => Failpoints = "before_ask=slow";
}

internal static class Rates
{
    /// <summary>Orders a second from the moment that a backlog is let go until all are decided; all workers are ready by then.</summary>
    public static async Task<List<double>> MeasureAsync(RunningShop shop, int workers, int backlog, int rounds)
    {
        var rates = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            await shop.ScaleAsync(workers);
            await shop.CommandAsync("web", "pause-queue", ("queue", "orders"));
            var products = await shop.ProductsAsync();
            await Parallel.ForAsync(0, backlog, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, _) => await shop.BuyAsync(products[number % products.Length]));
            var resumed = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
            await shop.CommandAsync("web", "resume-queue", ("queue", "orders"));
            await Waiting.UntilAsync(async () => await OpenAsync(shop) == 0, "all are decided");
            var last = (await shop.RowsAsync($"SELECT max(finished_at) AS at FROM job WHERE kind = 'order.process' AND finished_at > {resumed}")).Single();
            rates.Add(backlog * 1000.0 / (last.GetProperty("at").GetInt64() - resumed));
        }

        return rates;
    }

    public static string InWords(string what, IReadOnlyList<double> figures)
    {
        double[] sorted = [.. figures.Order()];
        return string.Create(CultureInfo.InvariantCulture, $"{what}: median {sorted[sorted.Length / 2]:0.0} ({sorted[0]:0.0} to {sorted[^1]:0.0}, {sorted.Length} rounds)");
    }

    private static async Task<int> OpenAsync(RunningShop shop) =>
        (await shop.RowsAsync("SELECT count(*) AS open FROM job WHERE kind = 'order.process' AND state IN ('queued', 'running')")).Single().GetProperty("open").GetInt32();
}
