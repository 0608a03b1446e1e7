using Microsoft.Extensions.Logging.Abstractions;

namespace Cartwright.AppHost.Tests;

/// <summary>The model by itself: no process, no dashboard, no container.</summary>
public class ModelTests
{
    [Theory]
    [InlineData(8)]
    [InlineData(3)]
    public async Task The_pool_owns_as_many_workers_as_there_may_be_and_none_starts_by_itself(int most)
    {
        await using var builder = await ModelAsync($"--Cartwright:MaxWorkers={most}");
        var workers = builder.Resources.OfType<ExecutableResource>().Where(resource => resource.Name.StartsWith("worker-", StringComparison.Ordinal)).ToList();
        Assert.Equal(Enumerable.Range(1, most).Select(number => $"worker-{number}"), workers.Select(worker => worker.Name));
        Assert.All(workers, worker => Assert.True(worker.HasAnnotationOfType<ExplicitStartupAnnotation>()));
        Assert.All(workers, worker => Assert.False(worker.HasAnnotationOfType<WaitAnnotation>()));
    }

    [Fact]
    public async Task Migration_comes_first_then_the_demo_shop_then_web_and_workers()
    {
        await using var builder = await ModelAsync();
        Assert.Empty(Waits(builder, "migrate"));
        Assert.Equal([("migrate", WaitType.WaitForCompletion)], Waits(builder, "seed"));
        Assert.Equal([("migrate", WaitType.WaitForCompletion)], Waits(builder, "doctor"));
        Assert.Equal([("migrate", WaitType.WaitForCompletion)], Waits(builder, "backup"));
        Assert.Equal([("seed", WaitType.WaitForCompletion)], Waits(builder, "web"));
        Assert.Equal([("seed", WaitType.WaitForCompletion)], Waits(builder, "worker"));
        Assert.True(Resource(builder, "doctor").HasAnnotationOfType<ExplicitStartupAnnotation>());
        Assert.True(Resource(builder, "backup").HasAnnotationOfType<ExplicitStartupAnnotation>());
        Assert.False(Resource(builder, "seed").HasAnnotationOfType<ExplicitStartupAnnotation>());
    }

    [Fact]
    public async Task Every_process_is_the_same_program_with_one_word()
    {
        await using var builder = await ModelAsync();
        foreach (var process in builder.Resources.OfType<ExecutableResource>())
        {
            Assert.EndsWith(".venv/bin/python", process.Command, StringComparison.Ordinal);
            Assert.Equal(RunningShop.Root, process.WorkingDirectory);
            var word = process.Name.StartsWith("worker-", StringComparison.Ordinal) ? "worker" : process.Name;
            Assert.Equal(["-m", "cli", word], await ArgumentsAsync(process));
        }
    }

    [Fact]
    public async Task Processes_listen_on_this_machine_alone_and_know_their_names()
    {
        await using var builder = await ModelAsync("--Cartwright:Port=5600", "--Cartwright:DataDir=elsewhere");
        var worker = await EnvironmentAsync(builder, "worker-3");
        Assert.Equal(("development", "127.0.0.1", "worker-3", "elsewhere"), (worker["CARTWRIGHT_ENV"], worker["CARTWRIGHT_HOST"], worker["CARTWRIGHT_WORKER_NAME"], worker["CARTWRIGHT_DATA_DIR"]));
        Assert.Equal("{worker-3.bindings.ops.targetPort}", worker["CARTWRIGHT_OPS_PORT"]);
        Assert.Equal("{ops-token.value}", worker["CARTWRIGHT_OPS_TOKEN"]);
        Assert.True(double.Parse(worker["CARTWRIGHT_DRAIN_SECONDS"], System.Globalization.CultureInfo.InvariantCulture) + 2 < 6, "Aspire kills 6 s after it asked to stop");
        Assert.DoesNotContain("CARTWRIGHT_SMTP_URL", worker.Keys);
        Assert.DoesNotContain("CARTWRIGHT_DATABASE_URL", worker.Keys);
        Assert.Equal("5600", (await EnvironmentAsync(builder, "web"))["CARTWRIGHT_PORT"]);
    }

    [Fact]
    public async Task Every_button_is_there()
    {
        await using var builder = await ModelAsync();
        Assert.Equal(["scale", "add-worker", "remove-worker", "rolling-restart"], Commands(builder, "worker"));
        Assert.Equal(["drain"], Commands(builder, "worker-8"));
        Assert.Equal(["pause-queue", "resume-queue", "requeue-dead", "queue-status"], Commands(builder, "web"));
    }

    [Fact]
    public async Task Nothing_needs_a_container_engine_unless_a_backend_asks_for_it()
    {
        await using var builder = await ModelAsync();
        Assert.DoesNotContain(builder.Resources, resource => resource is ContainerResource);
    }

    [Theory]
    [InlineData("rabbitmq", "amqp://guest:{rabbitmq-password.value}@{rabbitmq.bindings.tcp.host}:{rabbitmq.bindings.tcp.port}")]
    [InlineData("redis", "{redis.bindings.tcp.scheme}://:{redis-password.value}@{redis.bindings.tcp.host}:{redis.bindings.tcp.port}")]
    public async Task A_backend_of_containers_is_waited_for_and_everybody_gets_its_addresses(string backend, string queue)
    {
        await using var builder = await ModelAsync($"--Cartwright:Backend={backend}");
        foreach (var name in (string[])["migrate", "seed", "doctor", "backup", "web", "worker-1"])
        {
            var environment = await EnvironmentAsync(builder, name);
            Assert.StartsWith("postgresql://", environment["CARTWRIGHT_DATABASE_URL"], StringComparison.Ordinal);
            Assert.EndsWith("/cartwright", environment["CARTWRIGHT_DATABASE_URL"], StringComparison.Ordinal);
            Assert.Equal(queue, environment["CARTWRIGHT_QUEUE_URL"]);
        }

        Assert.Contains(("cartwright", WaitType.WaitUntilHealthy), Waits(builder, "migrate"));
        Assert.Contains((backend, WaitType.WaitUntilHealthy), Waits(builder, "web"));
        Assert.Contains((backend, WaitType.WaitUntilHealthy), Waits(builder, "worker"));
    }

    [Fact]
    public async Task Addresses_of_servers_that_run_already_are_secrets_and_need_no_container()
    {
        await using var builder = await ModelAsync("--Cartwright:DatabaseUrl=postgresql://shop:pw@db.example/shop", "--Cartwright:QueueUrl=amqp://queue.example");
        Assert.DoesNotContain(builder.Resources, resource => resource is ContainerResource);
        Assert.Equal("{database-url.value}", (await EnvironmentAsync(builder, "worker-1"))["CARTWRIGHT_DATABASE_URL"]);
        Assert.Equal("{queue-url.value}", (await EnvironmentAsync(builder, "migrate"))["CARTWRIGHT_QUEUE_URL"]);
        Assert.All(builder.Resources.OfType<ParameterResource>(), parameter => Assert.True(parameter.Secret, parameter.Name));
    }

    [Fact]
    public async Task A_mailpit_on_the_path_gets_the_mail_and_is_waited_for()
    {
        var folder = Directory.CreateTempSubdirectory("cartwright-path-");
        var path = Environment.GetEnvironmentVariable("PATH");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "mailpit"), "");
        try
        {
            Environment.SetEnvironmentVariable("PATH", folder.FullName + Path.PathSeparator + path);
            await using var builder = await ModelAsync("--Cartwright:Mail=auto");
            Assert.Equal("smtp://{mailpit.bindings.smtp.host}:{mailpit.bindings.smtp.port}", (await EnvironmentAsync(builder, "worker-1"))["CARTWRIGHT_SMTP_URL"]);
            Assert.Contains(("mailpit", WaitType.WaitUntilHealthy), Waits(builder, "web"));
            Assert.Contains(("mailpit", WaitType.WaitUntilHealthy), Waits(builder, "worker"));
        }
        finally
        {
            Environment.SetEnvironmentVariable("PATH", path);
            folder.Delete(recursive: true);
        }
    }

    private static Task<IDistributedApplicationTestingBuilder> ModelAsync(params string[] words) =>
        DistributedApplicationTestingBuilder.CreateAsync<Projects.Cartwright_AppHost>(["--Cartwright:Mail=none", .. words]);

    private static IResource Resource(IDistributedApplicationTestingBuilder builder, string name) =>
        builder.Resources.Single(resource => resource.Name == name);

    private static (string Name, WaitType Type)[] Waits(IDistributedApplicationTestingBuilder builder, string name) =>
        [.. Resource(builder, name).Annotations.OfType<WaitAnnotation>().Select(wait => (wait.Resource.Name, wait.WaitType))];

    private static string[] Commands(IDistributedApplicationTestingBuilder builder, string name) =>
        [.. Resource(builder, name).Annotations.OfType<ResourceCommandAnnotation>().Select(command => command.Name)];

    private static async Task<IReadOnlyDictionary<string, string>> EnvironmentAsync(IDistributedApplicationTestingBuilder builder, string name) =>
        (await ConfigurationAsync(Resource(builder, name))).EnvironmentVariables.ToDictionary();

    private static async Task<string[]> ArgumentsAsync(ExecutableResource process) =>
        [.. (await ConfigurationAsync(process)).Arguments.Select(argument => argument.Value)];

    private static async Task<IExecutionConfigurationResult> ConfigurationAsync(IResource resource)
    {
        var result = await ExecutionConfigurationBuilder.Create(resource)
            .WithArgumentsConfig()
            .WithEnvironmentVariablesConfig()
            .BuildAsync(new DistributedApplicationExecutionContext(DistributedApplicationOperation.Publish), NullLogger.Instance, default);
        Assert.Null(result.Exception);
        return result;
    }
}
