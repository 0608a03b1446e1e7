namespace Cartwright.AppHost.Tests;

internal static class Waiting
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Returns when the condition is true; a TimeoutException if that takes very long.</summary>
    public static Task UntilAsync(Func<bool> isSo) => UntilAsync(() => Task.FromResult(isSo()));

    public static async Task UntilAsync(Func<Task<bool>> isSo, string what = "the condition")
    {
        var deadline = DateTime.UtcNow + Patience;
        while (!await isSo())
        {
            if (DateTime.UtcNow > deadline)
            {
                throw new TimeoutException($"Not within {Patience.TotalSeconds} s: {what}.");
            }

            await Task.Delay(10);
        }
    }
}
