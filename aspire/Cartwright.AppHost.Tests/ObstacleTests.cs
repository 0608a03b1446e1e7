using System.Net;
using System.Net.Sockets;

namespace Cartwright.AppHost.Tests;

/// <summary>What keeps the shop from starting, or a worker from ending, for real.</summary>
public sealed class ObstacleTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cartwright-obstacles-");
    private readonly RunningShop shop;

    public ObstacleTests() =>
        shop = new() { MoreSettings = [$"--Cartwright:VirtualEnvironment={folder.FullName}/venv", "--Cartwright:DrainSeconds=2", "--Cartwright:Workers=1"] };

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await shop.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_missing_environment_and_a_taken_port_are_a_sentence_and_then_waited_for()
    {
        var other = new TcpListener(IPAddress.Loopback, shop.Port);
        other.Start();
        var starting = await shop.BeginAsync();
        await shop.ShowsAsync("No .venv", "migrate");
        var said = await shop.FirstErrorAsync("migrate");
        Assert.Equal($"{folder.FullName}/venv/bin/python is missing: run `make .venv/runs` in {RunningShop.Root}, and this goes on by itself.", said);

        await shop.ScaleAsync(2); // holds from the start
        await Waiting.UntilAsync(() => shop.Source("worker") == "2 wanted, 8 at most");
        Assert.Equal(KnownResourceStates.Waiting, shop.State("worker"));

        Directory.CreateSymbolicLink(folder.FullName + "/venv", RunningShop.Root + "/.venv");
        await shop.ShowsAsync("Port is taken", "web");
        Assert.StartsWith($"Port {shop.Port} is taken by another program: end that one", await shop.FirstErrorAsync("web"), StringComparison.Ordinal);

        other.Stop();
        await starting;
        await shop.ShowsAsync(KnownResourceStates.Running, "web");
        await shop.ShowsAsync("2 of 2 running");

        // a worker that does not answer any more is stopped when the drain's time is over
        var frozen = shop.Pid("worker-1");
        using (System.Diagnostics.Process.Start("kill", ["-STOP", $"{frozen}"]))
        {
        }

        await shop.ScaleAsync(0);
        await Waiting.UntilAsync(() => Task.FromResult(!Directory.Exists($"/proc/{frozen}")), "the frozen worker is gone");
        Assert.Equal("0 of 0 running", shop.State("worker"));
    }
}
