namespace Cartwright.AppHost;

/// <summary>A Mailpit, where its program is found on the PATH; without one the shop keeps its messages and shows them to the admin.</summary>
internal static class Mail
{
    /// <summary>Adds the inbox and tells the shop's processes of it.</summary>
    public static void AddInbox(this IDistributedApplicationBuilder builder, Shop shop)
    {
        if (FindOnPath("mailpit") is not { } program)
        {
            return;
        }

        var inbox = builder.AddExecutable("mailpit", program, shop.Root, "--disable-version-check")
            .WithHttpEndpoint(name: "http")
            .WithEndpoint(scheme: "smtp", name: "smtp")
            .WithIconName("Mail")
            .WithUrlForEndpoint("http", url => url.DisplayText = "Inbox")
            .WithUrlForEndpoint("smtp", url => url.DisplayLocation = UrlDisplayLocation.DetailsOnly)
            .WithHttpHealthCheck("/readyz", endpointName: "http");
        inbox
            .WithEnvironment("MP_UI_BIND_ADDR", $"127.0.0.1:{inbox.GetEndpoint("http").Property(EndpointProperty.TargetPort)}")
            .WithEnvironment("MP_SMTP_BIND_ADDR", $"127.0.0.1:{inbox.GetEndpoint("smtp").Property(EndpointProperty.TargetPort)}");
        var smtp = inbox.GetEndpoint("smtp");
        shop.Servers.Add(inbox);
        shop.Addresses.Add(process => process.WithEnvironment("CARTWRIGHT_SMTP_URL", $"smtp://{smtp.Property(EndpointProperty.HostAndPort)}"));
    }

    private static string? FindOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program))
            .FirstOrDefault(File.Exists);
}
