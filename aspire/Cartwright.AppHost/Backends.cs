namespace Cartwright.AppHost;

/// <summary>
/// Database and queue of every process: files and Huey, PostgreSQL with RabbitMQ or Redis in containers, or the addresses of
/// servers that are there already.
/// </summary>
internal static class Backends
{
    private const string Database = "CARTWRIGHT_DATABASE_URL";
    private const string Queue = "CARTWRIGHT_QUEUE_URL";

    /// <summary>Adds the servers that the settings ask for, and tells the shop's processes of them.</summary>
    public static void AddBackend(this IDistributedApplicationBuilder builder, Shop shop, ShopSettings settings)
    {
        switch (settings.Backend)
        {
            case Backend.RabbitMq:
                var rabbit = builder.AddRabbitMQ("rabbitmq").WithImageTag("4-alpine");
                Use(shop, AddPostgres(builder), rabbit, rabbit.Resource.UriExpression);
                break;
            case Backend.Redis:
                // Where a developer certificate is trusted Aspire serves Redis by TLS, which Python would have to be taught to
                // trust. The call that leaves it out is marked as one that may change.
#pragma warning disable ASPIRECERTIFICATES001
                var redis = builder.AddRedis("redis").WithImageTag("7.4-alpine").WithoutHttpsCertificate();
#pragma warning restore ASPIRECERTIFICATES001
                Use(shop, AddPostgres(builder), redis, redis.Resource.UriExpression);
                break;
            default:
                UseAddress(builder, shop, "database-url", Database, settings.DatabaseUrl);
                UseAddress(builder, shop, "queue-url", Queue, settings.QueueUrl);
                break;
        }
    }

    private static IResourceBuilder<PostgresDatabaseResource> AddPostgres(IDistributedApplicationBuilder builder) =>
        builder.AddPostgres("postgres").WithImageTag("17-alpine").WithDataVolume().AddDatabase("cartwright");

    private static void Use(Shop shop, IResourceBuilder<PostgresDatabaseResource> database, IResourceBuilder<IResource> queue, ReferenceExpression queueUrl)
    {
        shop.Servers.AddRange([database, queue]);
        shop.Addresses.Add(process => process.WithEnvironment(Database, database.Resource.UriExpression).WithEnvironment(Queue, queueUrl));
    }

    /// <summary>An address may hold a password, so it is a secret of the dashboard.</summary>
    private static void UseAddress(IDistributedApplicationBuilder builder, Shop shop, string name, string variable, string? address)
    {
        if (address is not null)
        {
            var secret = builder.AddParameter(name, address, publishValueAsDefault: false, secret: true);
            shop.Addresses.Add(process => process.WithEnvironment(variable, secret));
        }
    }
}
