/** A bucket of requests a minute for each subject, in this process: enough to stop a loop, too coarse to notice otherwise. */
export class RateLimit {
  private readonly counts = new Map<string, number>();
  private minute = 0;

  constructor(private readonly perMinute: number) {}

  /** Seconds to wait, or 0 when there is room. */
  take(subject: string, now = Date.now()): number {
    const minute = Math.floor(now / 60_000);
    if (minute !== this.minute) this.counts.clear();
    this.minute = minute;
    const count = (this.counts.get(subject) ?? 0) + 1;
    this.counts.set(subject, count);
    return count > this.perMinute ? 60 - Math.floor((now / 1_000) % 60) : 0;
  }
}
