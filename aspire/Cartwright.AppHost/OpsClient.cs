using System.Globalization;

namespace Cartwright.AppHost;

/// <summary>Asks the shop's processes what only operators may ask, with their token.</summary>
internal static class OpsClient
{
    /// <summary>The name of a worker's own port.</summary>
    public const string WorkerEndpoint = "ops";

    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(10) };

    /// <returns>What it answered.</returns>
    /// <exception cref="HttpRequestException">It refused or cannot be reached; the message is what it said.</exception>
    public static async Task<string> AskAsync(
        HttpMethod method, EndpointReference endpoint, string path, ParameterResource token, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, new Uri(new Uri(endpoint.Url), path));
        request.Headers.Add("X-Ops-Token", await token.GetValueAsync(cancellation));
        using var response = await Http.SendAsync(request, cancellation);
        var answer = await response.Content.ReadAsStringAsync(cancellation);
        return response.IsSuccessStatusCode
            ? answer
            : throw new HttpRequestException(string.Create(CultureInfo.InvariantCulture, $"{(int)response.StatusCode}: {answer}"), null, response.StatusCode);
    }
}
