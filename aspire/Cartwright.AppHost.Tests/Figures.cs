using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Xunit.Abstractions;

namespace Cartwright.AppHost.Tests;

/// <summary>What scaling costs and brings; measured when asked for: <c>dotnet test --filter Category=Figures</c>.</summary>
[Trait("Category", "Figures")]
public sealed class Figures(FastShop shop, ITestOutputHelper output) : IClassFixture<FastShop>
{
    private const int Backlog = 600;

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
    public async Task Orders_decided_a_second(int workers)
    {
        var rates = new List<double>();
        for (var round = 0; round < 3; round++)
        {
            await shop.ScaleAsync(workers);
            await shop.CommandAsync("web", "pause-queue", ("queue", "orders"));
            var products = await shop.ProductsAsync();
            var orders = new JsonElement[Backlog];
            await Parallel.ForAsync(0, Backlog, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, _) => orders[number] = await shop.BuyAsync(products[number % products.Length]));
            var resumed = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
            await shop.CommandAsync("web", "resume-queue", ("queue", "orders"));
            await Waiting.UntilAsync(async () => await OpenAsync() == 0, "all are decided");
            var last = (await shop.RowsAsync($"SELECT max(finished_at) AS at FROM job WHERE kind = 'order.process' AND finished_at > {resumed}")).Single();
            rates.Add(Backlog * 1000.0 / (last.GetProperty("at").GetInt64() - resumed));
        }

        Tell($"orders decided a second by {workers} workers", rates);
    }

    private async Task<int> OpenAsync() =>
        (await shop.RowsAsync("SELECT count(*) AS open FROM job WHERE kind = 'order.process' AND state IN ('queued', 'running')")).Single().GetProperty("open").GetInt32();

    private async Task BuyUntilAsync(CancellationToken over)
    {
        var products = await shop.ProductsAsync();
        for (var number = 0; !over.IsCancellationRequested; number++)
        {
            await shop.BuyAsync(products[number % products.Length]);
        }
    }

    private void Tell(string what, List<double> figures)
    {
        figures.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: median {figures[figures.Count / 2]:0.0} ({figures[0]:0.0} to {figures[^1]:0.0}, {figures.Count} rounds)"));
    }
}

/// <summary>Without anything that slows workers down.</summary>
public sealed class FastShop : RunningShop
{
    public FastShop() => Failpoints = "";
}
