using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Cartwright.AppHost.Tests;

internal sealed record Span(string Service, string Trace, string Id, string Parent, string Name, IReadOnlyDictionary<string, string> Attributes);

internal sealed record LogLine(string Service, string Trace, string Words, IReadOnlyDictionary<string, string> Attributes);

/// <summary>Takes traces, metrics and logs by OTLP over HTTP, in the place of the dashboard.</summary>
internal sealed class Collector : IDisposable
{
    private readonly HttpListener listener = new();

    public Collector(int port)
    {
        Url = $"http://127.0.0.1:{port}";
        listener.Prefixes.Add(Url + "/");
        listener.Start();
        _ = ServeAsync();
    }

    public string Url { get; }

    public ConcurrentQueue<Span> Spans { get; } = new();

    public ConcurrentQueue<LogLine> Logs { get; } = new();

    /// <summary>Who told which metric.</summary>
    public ConcurrentDictionary<(string Service, string Metric), bool> Metrics { get; } = new();

    public void Dispose() => listener.Close();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var context = await listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                Take(context.Request.Url!.AbsolutePath, new ProtobufMessage(body.ToArray()));
                context.Response.ContentType = "application/x-protobuf";
                context.Response.Close();
            }
        }
        catch (Exception over) when (over is HttpListenerException or ObjectDisposedException)
        {
            // it is closed
        }
    }

    /// <summary>The three kinds of request have the same shape: resource (1), scopes (2), and in a scope its items (2).</summary>
    private void Take(string path, ProtobufMessage request)
    {
        foreach (var told in request.Messages(1))
        {
            var service = Attributes(told.Messages(1).Single(), 1)["service.name"];
            foreach (var item in told.Messages(2).SelectMany(scope => scope.Messages(2)))
            {
                Take(path, service, item);
            }
        }
    }

    private void Take(string path, string service, ProtobufMessage item)
    {
        switch (path)
        {
            case "/v1/traces":
                Spans.Enqueue(new(service, item.Hex(1), item.Hex(2), item.Hex(4), item.Text(5), Attributes(item, 9)));
                break;
            case "/v1/logs":
                Logs.Enqueue(new(service, item.Hex(9), item.Messages(5).Single().Text(1), Attributes(item, 6)));
                break;
            case "/v1/metrics":
                Metrics[(service, item.Text(1))] = true;
                break;
        }
    }

    private static Dictionary<string, string> Attributes(ProtobufMessage of, int number) =>
        of.Messages(number).ToDictionary(pair => pair.Text(1), pair => pair.Messages(2).Single().Text(1));
}

/// <summary>Reads what a message of protocol buffers holds, by the numbers of its fields.</summary>
internal sealed class ProtobufMessage
{
    private readonly List<(int Number, byte[] Bytes)> fields = [];

    public ProtobufMessage(byte[] wire)
    {
        for (var at = 0; at < wire.Length;)
        {
            var tag = Varint(wire, ref at);
            var length = (tag & 7) switch
            {
                0 => Skip(wire, at),
                1 => 8,
                2 => (int)Varint(wire, ref at),
                5 => 4,
                var type => throw new InvalidDataException($"There is no wire type {type}."),
            };
            fields.Add(((int)(tag >> 3), wire[at..(at + length)]));
            at += length;
        }
    }

    public IEnumerable<ProtobufMessage> Messages(int number) => fields.Where(field => field.Number == number).Select(field => new ProtobufMessage(field.Bytes));

    public string Text(int number) => Encoding.UTF8.GetString(Bytes(number));

    public string Hex(int number) => Convert.ToHexStringLower(Bytes(number));

    private byte[] Bytes(int number) => fields.LastOrDefault(field => field.Number == number).Bytes ?? [];

    private static int Skip(byte[] wire, int at)
    {
        var end = at;
        _ = Varint(wire, ref end);
        return end - at;
    }

    private static ulong Varint(byte[] wire, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = wire[at++];
            value |= (ulong)(next & 127) << shift;
            if (next < 128)
            {
                return value;
            }
        }
    }
}
