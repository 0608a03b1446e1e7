using Microsoft.Extensions.Configuration;

namespace Cartwright.AppHost.Tests;

public class SettingsTests
{
    [Fact]
    public void Without_any_setting_it_is_sqlite_with_two_workers_of_eight() =>
        Assert.Equal(new ShopSettings { Port = 5566, Workers = 2, MaxWorkers = 8, Backend = Backend.Sqlite }, Read());

    [Theory]
    [InlineData("Workers", "9", "Cartwright:Workers has to be a whole number from 0 to 8, not '9'.")]
    [InlineData("Workers", "-1", "Cartwright:Workers has to be a whole number from 0 to 8, not '-1'.")]
    [InlineData("MaxWorkers", "0", "Cartwright:MaxWorkers has to be a whole number from 1 to 64, not '0'.")]
    [InlineData("Port", "http", "Cartwright:Port has to be a whole number from 1 to 65535, not 'http'.")]
    [InlineData("Backend", "kafka", "Cartwright:Backend has to be sqlite or rabbitmq or redis, not 'kafka'.")]
    [InlineData("Backend", "1", "Cartwright:Backend has to be sqlite or rabbitmq or redis, not '1'.")]
    [InlineData("Mail", "pigeon", "Cartwright:Mail has to be auto or none, not 'pigeon'.")]
    public void A_bad_value_is_one_sentence(string name, string value, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<BadSettingException>(() => Read((name, value))).Message);

    [Fact]
    public void An_unknown_name_is_refused() =>
        Assert.StartsWith("Cartwright:Wokers is not a setting", Assert.Throws<BadSettingException>(() => Read(("Wokers", "3"))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_smaller_pool_starts_with_no_more_than_it_has() => Assert.Equal(1, Read(("MaxWorkers", "1")).Workers);

    [Theory]
    [InlineData("DatabaseUrl", "postgresql://localhost/cartwright")]
    [InlineData("QueueUrl", "amqp://localhost")]
    public void Containers_and_addresses_do_not_go_together(string name, string value) =>
        Assert.Contains("leave out either", Assert.Throws<BadSettingException>(() => Read(("Backend", "redis"), (name, value))).Message, StringComparison.Ordinal);

    private static ShopSettings Read(params (string Name, string Value)[] given) =>
        ShopSettings.Read(new ConfigurationBuilder()
            .AddInMemoryCollection(given.Select(each => KeyValuePair.Create<string, string?>("Cartwright:" + each.Name, each.Value)))
            .Build());
}
