using System.Net;
using System.Net.Sockets;

namespace Cartwright.AppHost.Tests;

/// <summary>A mail server that takes every message and keeps none.</summary>
internal sealed class SmtpSink : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public SmtpSink()
    {
        listener.Start();
        _ = ServeAsync();
    }

    public string Url => $"smtp://{listener.LocalEndpoint}";

    public void Dispose() => listener.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                _ = TalkAsync(await listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException)
        {
            // it is closed
        }
    }

    private static async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            using var reader = new StreamReader(client.GetStream());
            await using var writer = new StreamWriter(client.GetStream()) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 sink");
            while (await reader.ReadLineAsync() is { } line)
            {
                if (line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase))
                {
                    await writer.WriteLineAsync("354 go on");
                    while (await reader.ReadLineAsync() is { } text && text != ".")
                    {
                    }
                }

                var isOver = line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase);
                await writer.WriteLineAsync(isOver ? "221 bye" : "250 ok");
                if (isOver)
                {
                    return;
                }
            }
        }
    }
}
