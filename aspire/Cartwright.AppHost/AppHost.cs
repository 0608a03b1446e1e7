// Migration, the demo shop, web and two workers as Python processes on this machine; no container engine.
// First `make up` once, which makes the virtual environment. Then: dotnet run --project aspire/Cartwright.AppHost
var builder = DistributedApplication.CreateBuilder(args);
var root = Path.GetFullPath(Path.Combine(builder.AppHostDirectory, "..", ".."));

IResourceBuilder<PythonAppResource> Add(string name, params string[] words) =>
    builder.AddPythonModule(name, root, "cli")
        .WithArgs(words)
        .WithVirtualEnvironment(Path.Combine(root, ".venv"), createIfNotExists: false)
        .WithEnvironment("PYTHONUNBUFFERED", "1")
        .WithEnvironment("CARTWRIGHT_ENV", "development")
        .WithEnvironment("CARTWRIGHT_DRAIN_SECONDS", "3"); // Aspire kills 6 s after its SIGTERM

var migrate = Add("migrate", "migrate");
var seed = Add("seed", "seed").WaitForCompletion(migrate);

Add("web", "web")
    .WithHttpEndpoint(port: 5566, targetPort: 5566, name: "http", isProxied: false)
    .WithHttpHealthCheck("/readyz")
    .WaitForCompletion(seed);

for (var number = 1; number <= 2; number++)
{
    Add($"worker-{number}", "worker").WithEnvironment("CARTWRIGHT_WORKER_NAME", $"worker-{number}").WaitForCompletion(seed);
}

builder.Build().Run();
