// Migration, demo shop, web, a pool of workers and an inbox as processes of this machine. `make .venv/runs` once, then:
//
//   aspire run                                        or: dotnet run --project aspire/Cartwright.AppHost
//   aspire resource worker scale --workers 6
//   aspire run -- --Cartwright:Workers=4 --Cartwright:MaxWorkers=12
//
// docs/aspire.md says what there is and what each button promises.
using Cartwright.AppHost;

var builder = DistributedApplication.CreateBuilder(args);
ShopSettings settings;
try
{
    settings = ShopSettings.Read(builder.Configuration);
}
catch (BadSettingException error)
{
    await Console.Error.WriteLineAsync(error.Message);
    return 78; // as the shop itself ends on a bad setting
}

var shop = new Shop(builder, settings);
builder.AddBackend(shop, settings);
if (settings.UseMailpit)
{
    builder.AddInbox(shop);
}

var migrate = shop.AfterServers(shop.AddMigration("migrate")).WithIconName("DatabaseArrowUp");
var seed = shop.AddTask("seed").WaitForCompletion(migrate).WithIconName("BoxMultiple");
shop.AddTask("doctor").WaitForCompletion(migrate).WithExplicitStart().WithIconName("Stethoscope");
shop.AddTask("backup").WaitForCompletion(migrate).WithExplicitStart().WithIconName("Archive");
shop.AfterServers(shop.AddWeb("web")).WaitForCompletion(seed).WithQueueCommands(shop.OpsToken);
shop.AfterServers(builder.AddWorkerPool("worker", settings, shop)).WaitForCompletion(seed);

await builder.Build().RunAsync();
return 0;
