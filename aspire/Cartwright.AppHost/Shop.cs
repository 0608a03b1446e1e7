using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Cartwright.AppHost;

/// <summary>Adds the shop's processes to a model: each is <c>python -m cli WORD</c> at the repository's root.</summary>
internal sealed class Shop(IDistributedApplicationBuilder builder, ShopSettings settings)
{
    /// <summary>The repository.</summary>
    public string Root { get; } = Path.GetFullPath(Path.Combine(builder.AppHostDirectory, "..", ".."));

    /// <summary>What programs that run the shop name themselves by; a new one at each start.</summary>
    public IResourceBuilder<ParameterResource> OpsToken { get; } =
        builder.AddParameter("ops-token", new GenerateParameterDefault { MinLength = 32, Special = false }, secret: true);

    /// <summary>What has to run before the shop does: database, queue and mail server.</summary>
    public List<IResourceBuilder<IResource>> Servers { get; } = [];

    /// <summary>The addresses of these, as every process is told.</summary>
    public List<Action<IResourceBuilder<ExecutableResource>>> Addresses { get; } = [];

    /// <summary>A process that is not started yet.</summary>
    public IResourceBuilder<ExecutableResource> Add([ResourceName] string name, string word)
    {
        var process = builder.AddExecutable(name, Python, Root, "-m", "cli", word)
            .WithOtlpExporter()
            .WithEnvironment("PYTHONUNBUFFERED", "1")
            .WithEnvironment("CARTWRIGHT_ENV", "development")
            .WithEnvironment("CARTWRIGHT_HOST", "127.0.0.1")
            .WithEnvironment("CARTWRIGHT_PORT", settings.Port.ToString(CultureInfo.InvariantCulture))
            .WithEnvironment("CARTWRIGHT_DRAIN_SECONDS", "3") // Aspire kills 6 s after it asked to stop
            .WithEnvironment("CARTWRIGHT_OPS_TOKEN", OpsToken);
        if (Environment.GetEnvironmentVariable("ASPNETCORE_URLS")?.Split(';')[0] is { Length: > 0 } dashboard)
        {
            process.WithEnvironment("CARTWRIGHT_ASPIRE_URL", dashboard);
        }

        if (settings.DataDirectory is { } data)
        {
            process.WithEnvironment("CARTWRIGHT_DATA_DIR", data);
        }

        foreach (var tell in Addresses)
        {
            tell(process);
        }

        return process;
    }

    /// <summary>The migration, which comes before all others: it waits for the virtual environment as well.</summary>
    public IResourceBuilder<ExecutableResource> AddMigration([ResourceName] string word) =>
        AddTask(word).WaitUntil(
            () => File.Exists(Python),
            "No .venv",
            $"{Python} is missing: run `make .venv/runs` in {Root}, and this goes on by itself.");

    /// <summary>A process that does one thing and ends, named as its word; <c>Start</c> runs it again.</summary>
    public IResourceBuilder<ExecutableResource> AddTask([ResourceName] string word) => Add(word, word);

    /// <summary>Waits until all servers are healthy.</summary>
    public IResourceBuilder<T> AfterServers<T>(IResourceBuilder<T> process)
        where T : IResourceWithWaitSupport
    {
        foreach (var server in Servers)
        {
            process.WaitFor(server);
        }

        return process;
    }

    /// <summary>The web process, with its links.</summary>
    public IResourceBuilder<ExecutableResource> AddWeb([ResourceName] string name) =>
        Add(name, "web")
            .WithHttpEndpoint(port: settings.Port, name: "http", isProxied: false)
            .WithHttpHealthCheck("/readyz", endpointName: "http")
            .WithUrlForEndpoint("http", url => url.DisplayText = "Shop")
            .WithUrlForEndpoint("http", _ => new ResourceUrlAnnotation { Url = "/admin", DisplayText = "Admin" })
            .WithUrlForEndpoint("http", _ => new ResourceUrlAnnotation { Url = "/admin/jobs", DisplayText = "Job queue" })
            .WithUrlForEndpoint("http", _ => new ResourceUrlAnnotation { Url = "/docs", DisplayText = "API docs" })
            .WaitUntil(
                () => IsFree(settings.Port),
                "Port is taken",
                $"Port {settings.Port} is taken by another program: end that one, and this goes on by itself; or start with --Cartwright:Port=NUMBER.");

    /// <summary>A worker process, named as its resource.</summary>
    public IResourceBuilder<ExecutableResource> AddWorker([ResourceName] string name) =>
        Add(name, "worker")
            .WithEnvironment("CARTWRIGHT_WORKER_NAME", name)
            .WithHttpEndpoint(name: OpsClient.WorkerEndpoint, env: "CARTWRIGHT_OPS_PORT")
            .WithHttpHealthCheck("/readyz", endpointName: OpsClient.WorkerEndpoint)
            .WithUrlForEndpoint(OpsClient.WorkerEndpoint, url => url.DisplayLocation = UrlDisplayLocation.DetailsOnly);

    private string Python => Path.GetFullPath(Path.Combine(Root, settings.VirtualEnvironment, OperatingSystem.IsWindows() ? "Scripts/python.exe" : "bin/python"));

    private static bool IsFree(int port)
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        probe.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true); // as the server does
        try
        {
            probe.Bind(new IPEndPoint(IPAddress.Loopback, port));
            probe.Listen(1);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
