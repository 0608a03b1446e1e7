using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json;

namespace Cartwright.AppHost.Tests;

/// <summary>The app host with real processes, on a data folder, ports, a mail server and a collector of its own.</summary>
/// <remarks>
/// <c>APPHOST_DATABASE_URL</c> and <c>APPHOST_QUEUE_URL</c> put PostgreSQL and a broker that run already under it.
/// </remarks>
public class RunningShop : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("cartwright-apphost-");
    private readonly SmtpSink mail = new();
    private DistributedApplication? app;
    private IDistributedApplicationTestingBuilder? builder;

    public static string Root { get; } = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../.."));

    private readonly string opsToken = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));

    public HttpClient Http { get; } = new();

    public int Port { get; } = FreePort();

    /// <summary>Beside what the tests always say.</summary>
    public string[] MoreSettings { get; init; } = [];

    /// <summary>What slows the processes down, so that there is something to drain.</summary>
    protected string Failpoints { get; init; } = "before_ask=slow:0.5";

    public DistributedApplication App => app ?? throw new InvalidOperationException("It has not started.");

    public ResourceNotificationService Notifications => App.Services.GetRequiredService<ResourceNotificationService>();

    /// <summary>How everything was when the first workers were ready.</summary>
    public IReadOnlyDictionary<string, CustomResourceSnapshot> AtReady { get; private set; } = new Dictionary<string, CustomResourceSnapshot>();

    internal Collector Collector { get; } = new(FreePort());

    private static string Python => Path.Combine(Root, ".venv/bin/python");

    private string DatabaseUrl => Environment.GetEnvironmentVariable("APPHOST_DATABASE_URL") ?? $"sqlite:///{data.FullName}/shop.db";

    private string QueueUrl => Environment.GetEnvironmentVariable("APPHOST_QUEUE_URL") ?? $"sqlite:///{data.FullName}/queue.db";

    public async Task InitializeAsync()
    {
        await (await BeginAsync()).WaitAsync(Patience);
        await Notifications.WaitForResourceHealthyAsync("web").WaitAsync(Patience);
        await ShowsAsync("2 of 2 running");
        AtReady = App.Services.GetRequiredService<DistributedApplicationModel>().Resources
            .OfType<ExecutableResource>()
            .ToDictionary(resource => resource.Name, resource => Snapshot(resource.Name)!);
    }

    /// <summary>Starts it; the task that is returned ends when everything has been started.</summary>
    public async Task<Task> BeginAsync()
    {
        Http.BaseAddress = new Uri($"http://127.0.0.1:{Port}");
        builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.Cartwright_AppHost>(
        [
            $"--Cartwright:Port={Port}",
            $"--Cartwright:DataDir={data.FullName}",
            $"--Cartwright:DatabaseUrl={DatabaseUrl}",
            $"--Cartwright:QueueUrl={QueueUrl}",
            "--Cartwright:Mail=none",
            $"--Parameters:ops-token={opsToken}",
            .. MoreSettings,
        ]);
        foreach (var process in builder.Resources.OfType<ExecutableResource>())
        {
            builder.CreateResourceBuilder(process)
                .WithEnvironment("OTEL_EXPORTER_OTLP_ENDPOINT", Collector.Url)
                .WithEnvironment("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")
                .WithEnvironment("CARTWRIGHT_SMTP_URL", mail.Url)
                .WithEnvironment("CARTWRIGHT_RATE_LIMIT", "off") // all orders come from one address
                .WithEnvironment("CARTWRIGHT_FAILPOINTS", Failpoints);
        }

        app = await builder.BuildAsync();
        return app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }

        if (builder is not null)
        {
            await builder.DisposeAsync();
        }

        Http.Dispose();
        mail.Dispose();
        Collector.Dispose();
        data.Delete(recursive: true);
    }

    /// <summary>A command as an operator gives it.</summary>
    public Task<ExecuteCommandResult> CommandAsync(string resource, string command, params (string Name, string Value)[] arguments) =>
        App.Services.GetRequiredService<ResourceCommandService>()
            .ExecuteCommandAsync(Resource(resource), command, Arguments(arguments))
            .WaitAsync(Patience);

    public async Task ScaleAsync(int workers)
    {
        var result = await CommandAsync("worker", "scale", ("workers", $"{workers}"));
        Assert.True(result.Success, result.Message);
    }

    public string? State(string resource) => Snapshot(resource)?.State?.Text;

    public string? Source(string resource) =>
        Snapshot(resource)?.Properties.FirstOrDefault(property => property.Name == CustomResourceKnownProperties.Source)?.Value?.ToString();

    public int? ExitCode(string resource) => Snapshot(resource)?.ExitCode;

    public int Pid(string resource) =>
        Convert.ToInt32(Snapshot(resource)!.Properties.Single(property => property.Name == "executable.pid").Value, System.Globalization.CultureInfo.InvariantCulture);

    public Task ShowsAsync(string state, string resource = "worker") =>
        Waiting.UntilAsync(() => Task.FromResult(State(resource) == state), $"{resource} shows '{state}'");

    /// <summary>The first error in the log of a resource, as the dashboard shows it.</summary>
    public async Task<string> FirstErrorAsync(string resource)
    {
        var log = App.Services.GetRequiredService<ResourceLoggerService>();
        await foreach (var lines in log.WatchAsync(Resource(resource)))
        {
            if (lines.FirstOrDefault(line => line.IsErrorMessage) is { Content: { } content })
            {
                return content[(content.IndexOf(' ', StringComparison.Ordinal) + 1)..]; // without its time
            }
        }

        throw new InvalidOperationException("It has no log.");
    }

    /// <summary>A guest buys one thing; the order as the shop answered it.</summary>
    public async Task<JsonElement> BuyAsync(string product)
    {
        var filled = await JsonAsync(await Http.PostAsJsonAsync("/api/v1/cart/items", new { product_id = product, quantity = 1 }), HttpStatusCode.Created);
        using var checkout = new HttpRequestMessage(HttpMethod.Post, "/api/v1/orders");
        checkout.Headers.Add("X-Cart-Token", filled.GetProperty("cart_token").GetString());
        checkout.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        checkout.Content = JsonContent.Create(new
        {
            shipping_address = new { name = "Ada Buyer", line1 = "1 Main St", city = "Springfield", postal_code = "12345", country = "US" },
            payment = new { method = "test_card", token = "tok_ok" },
            email = $"ada-{Guid.NewGuid():N}@example.com", // mail to one address that nobody proved is capped
        });
        return await JsonAsync(await Http.SendAsync(checkout), HttpStatusCode.Accepted);
    }

    /// <summary>The ids of products.</summary>
    public async Task<string[]> ProductsAsync()
    {
        var found = await JsonAsync(await Http.GetAsync("/api/v1/products?per_page=100&in_stock=true"), HttpStatusCode.OK);
        return [.. found.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];
    }

    /// <summary>Whether the shop has decided on an order: confirmed or cancelled.</summary>
    public async Task<bool> IsDecidedAsync(JsonElement order)
    {
        using var question = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/orders/{order.GetProperty("id").GetString()}");
        question.Headers.Add("X-Order-Token", order.GetProperty("access_token").GetString());
        var answer = await JsonAsync(await Http.SendAsync(question), HttpStatusCode.OK);
        return answer.GetProperty("status").GetString() is "confirmed" or "cancelled";
    }

    /// <summary>How many workers the shop itself knows, which it tells operators.</summary>
    public async Task<int> WorkersAsync()
    {
        using var question = new HttpRequestMessage(HttpMethod.Get, "/api/v1/health");
        question.Headers.Add("X-Ops-Token", opsToken);
        return (await JsonAsync(await Http.SendAsync(question), HttpStatusCode.OK)).GetProperty("workers").GetInt32();
    }

    /// <summary>What a query finds in the database.</summary>
    public async Task<JsonElement[]> RowsAsync(string sql)
    {
        var (code, said) = await RunAsync(Python, "aspire/Cartwright.AppHost.Tests/rows.py", DatabaseUrl, sql);
        Assert.True(code == 0, said);
        return [.. JsonDocument.Parse(said).RootElement.EnumerateArray()];
    }

    /// <summary><c>cartwright doctor</c>.</summary>
    public Task<(int Code, string Said)> DoctorAsync() => RunAsync(Python, "-m", "cli", "doctor");

    private async Task<(int Code, string Said)> RunAsync(string program, params string[] words)
    {
        var start = new ProcessStartInfo(program, words) { WorkingDirectory = Root, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["CARTWRIGHT_ENV"] = "development";
        start.Environment["CARTWRIGHT_DATA_DIR"] = data.FullName;
        start.Environment["CARTWRIGHT_DATABASE_URL"] = DatabaseUrl;
        using var process = Process.Start(start)!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(Patience);
        return (process.ExitCode, await said + (process.ExitCode == 0 ? "" : await complained));
    }

    private IResource Resource(string name) =>
        App.Services.GetRequiredService<DistributedApplicationModel>().Resources.Single(resource => resource.Name == name);

    private CustomResourceSnapshot? Snapshot(string resource) =>
        Notifications.TryGetCurrentState(resource, out var found) ? found.Snapshot : null;

    private static InteractionInputCollection Arguments((string Name, string Value)[] given) =>
        new([.. given.Select(each => new InteractionInput { Name = each.Name, InputType = InputType.Text, Value = each.Value })]);

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer, HttpStatusCode expected)
    {
        using (answer)
        {
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode == expected, $"{answer.StatusCode}: {text}");
            return JsonDocument.Parse(text).RootElement;
        }
    }

    internal static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
