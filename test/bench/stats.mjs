// The arithmetic of the bench.

/** The value below which a share of the values lies (nearest rank). @param {readonly number[]} values @param {number} share 0 to 1 */
export function percentile(values, share) {
  if (values.length === 0) return Number.NaN;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

/** @param {readonly number[]} values */
export function median(values) {
  if (values.length === 0) return Number.NaN;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** @param {readonly number[]} values */
export function spread(values) {
  return { median: median(values), min: Math.min(...values), max: Math.max(...values) };
}

/** Three significant figures: no more is measured. @param {number} value */
export function figure(value) {
  if (!Number.isFinite(value)) return '–';
  if (Math.abs(value) >= 100) return String(Math.round(value));
  return String(Number(value.toPrecision(value < 1 ? 2 : 3)));
}

/** `12.3 [11.9..12.8]` @param {readonly number[]} values */
export function spreadText(values) {
  const { median: middle, min, max } = spread(values);
  return values.length > 1 ? `${figure(middle)} [${figure(min)}..${figure(max)}]` : figure(middle);
}
