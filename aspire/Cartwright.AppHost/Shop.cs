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

    /// <summary>What every process is given beside its own; database, queue and mail add to it.</summary>
    public List<Action<IResourceBuilder<ExecutableResource>>> Everywhere { get; } = [];

    /// <summary>Where its mail can be read, if there is a place.</summary>
    public IResourceBuilder<ExecutableResource>? Inbox { get; set; }

    /// <summary>A process that is not started yet.</summary>
    public IResourceBuilder<ExecutableResource> Add([ResourceName] string name, string word)
    {
        var python = Path.GetFullPath(Path.Combine(Root, settings.VirtualEnvironment, OperatingSystem.IsWindows() ? "Scripts/python.exe" : "bin/python"));
        var process = builder.AddExecutable(name, python, Root, "-m", "cli", word)
            .WithOtlpExporter()
            .WithEnvironment("PYTHONUNBUFFERED", "1")
            .WithEnvironment("CARTWRIGHT_ENV", "development")
            .WithEnvironment("CARTWRIGHT_HOST", "127.0.0.1")
            .WithEnvironment("CARTWRIGHT_PORT", settings.Port.ToString(CultureInfo.InvariantCulture))
            .WithEnvironment("CARTWRIGHT_DRAIN_SECONDS", "3") // Aspire kills 6 s after it asked to stop
            .WithEnvironment("CARTWRIGHT_OPS_TOKEN", OpsToken);
        if (settings.DataDirectory is { } data)
        {
            process.WithEnvironment("CARTWRIGHT_DATA_DIR", data);
        }

        foreach (var give in Everywhere)
        {
            give(process);
        }

        var missing = $"{python} is missing: run `make .venv/runs` in {Root}, and this goes on by itself.";
        return process.WaitUntil(() => File.Exists(python), "No virtual environment", missing);
    }

    /// <summary>A process that does one thing and ends; <c>Start</c> runs it again.</summary>
    public IResourceBuilder<ExecutableResource> AddTask([ResourceName] string name, IResourceBuilder<IResource>? after)
    {
        var task = Add(name, name);
        return after is null ? task : task.WaitForCompletion(after);
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
                $"Port {settings.Port} is taken",
                $"Port {settings.Port} is taken by another program: end that one, and this goes on by itself; or start with --Cartwright:Port=NUMBER.");

    /// <summary>A worker process, named as its resource.</summary>
    public IResourceBuilder<ExecutableResource> AddWorker([ResourceName] string name) =>
        Add(name, "worker")
            .WithEnvironment("CARTWRIGHT_WORKER_NAME", name)
            .WithHttpEndpoint(name: OpsClient.WorkerEndpoint, env: "CARTWRIGHT_OPS_PORT")
            .WithHttpHealthCheck("/readyz", endpointName: OpsClient.WorkerEndpoint)
            .WithUrlForEndpoint(OpsClient.WorkerEndpoint, url => url.DisplayLocation = UrlDisplayLocation.DetailsOnly);

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
