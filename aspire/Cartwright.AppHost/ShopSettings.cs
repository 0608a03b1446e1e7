using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Cartwright.AppHost;

/// <summary>A setting that cannot be used: one sentence for whoever starts the program.</summary>
public sealed class BadSettingException(string message) : Exception(message);

/// <summary>What <c>--Cartwright:NAME=VALUE</c> may decide, read once and checked.</summary>
public sealed record ShopSettings
{
    /// <summary>The most workers that a pool may be allowed to have.</summary>
    public const int MostWorkers = 64;

    /// <summary>The port of the shop.</summary>
    public int Port { get; init; } = 5566;

    /// <summary>How many workers start with the application.</summary>
    public int Workers { get; init; } = 2;

    /// <summary>How many workers there can be.</summary>
    public int MaxWorkers { get; init; } = 8;

    /// <summary>How long a drain may take before the worker is stopped.</summary>
    public TimeSpan DrainLimit { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>Where database and queue come from.</summary>
    public Backend Backend { get; init; } = Backend.Sqlite;

    /// <summary>The address of a database that is there already; null: as the backend says.</summary>
    public string? DatabaseUrl { get; init; }

    /// <summary>The address of a queue that is there already; null: as the backend says.</summary>
    public string? QueueUrl { get; init; }

    /// <summary>Whether mail goes to a Mailpit of our own, if the program is found.</summary>
    public bool UseMailpit { get; init; } = true;

    /// <summary>Where the SQLite files lie, relative to the repository; null: as the shop's own settings say.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>The virtual environment, relative to the repository.</summary>
    public string VirtualEnvironment { get; init; } = ".venv";

    /// <exception cref="BadSettingException">One of them is not what is expected, or is unknown.</exception>
    public static ShopSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Cartwright");
        string[] known = ["Port", "Workers", "MaxWorkers", "DrainSeconds", "Backend", "DatabaseUrl", "QueueUrl", "Mail", "DataDir", "VirtualEnvironment"];
        if (section.GetChildren().FirstOrDefault(child => !known.Contains(child.Key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw new BadSettingException($"Cartwright:{unknown.Key} is not a setting; there are {string.Join(", ", known)}.");
        }

        var defaults = new ShopSettings();
        var most = Whole(section, "MaxWorkers", defaults.MaxWorkers, 1, MostWorkers);
        var settings = defaults with
        {
            Port = Whole(section, "Port", defaults.Port, 1, 65535),
            MaxWorkers = most,
            Workers = Whole(section, "Workers", Math.Min(defaults.Workers, most), 0, most),
            DrainLimit = TimeSpan.FromSeconds(Whole(section, "DrainSeconds", (int)defaults.DrainLimit.TotalSeconds, 1, 3600)),
            Backend = OneOf(section, "Backend", defaults.Backend),
            DatabaseUrl = Given(section, "DatabaseUrl"),
            QueueUrl = Given(section, "QueueUrl"),
            UseMailpit = OneOf(section, "Mail", MailChoice.Auto) == MailChoice.Auto,
            DataDirectory = Given(section, "DataDir"),
            VirtualEnvironment = Given(section, "VirtualEnvironment") ?? defaults.VirtualEnvironment,
        };
        if (settings.Backend != Backend.Sqlite && (settings.DatabaseUrl ?? settings.QueueUrl) is not null)
        {
            throw new BadSettingException("Cartwright:Backend brings its own servers: leave out either it, or Cartwright:DatabaseUrl and Cartwright:QueueUrl.");
        }

        return settings;
    }

    private static string? Given(IConfigurationSection section, string name) =>
        string.IsNullOrWhiteSpace(section[name]) ? null : section[name];

    private static int Whole(IConfigurationSection section, string name, int otherwise, int least, int most)
    {
        if (Given(section, name) is not { } text)
        {
            return otherwise;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new BadSettingException($"Cartwright:{name} has to be a whole number from {least} to {most}, not '{text}'.");
    }

    private static T OneOf<T>(IConfigurationSection section, string name, T otherwise)
        where T : struct, Enum
    {
        if (Given(section, name) is not { } text)
        {
            return otherwise;
        }

        return Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase)
            ? value
            : throw new BadSettingException(
                $"Cartwright:{name} has to be {string.Join(" or ", Enum.GetNames<T>()).ToLowerInvariant()}, not '{text}'.");
    }

    private enum MailChoice
    {
        Auto,
        None,
    }
}

/// <summary>Where database and queue come from.</summary>
public enum Backend
{
    /// <summary>Files of this machine, and Huey.</summary>
    Sqlite,

    /// <summary>PostgreSQL and RabbitMQ, as containers.</summary>
    RabbitMq,

    /// <summary>PostgreSQL and Redis, as containers.</summary>
    Redis,
}
