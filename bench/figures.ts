/** The middle value. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** `median (least to most)`, with as many decimals as asked. */
export const spread = (values: readonly number[], decimals = 0): string =>
  `${grouped(median(values), decimals)} (${grouped(Math.min(...values), decimals)} to ${grouped(Math.max(...values), decimals)})`;

export const grouped = (value: number, decimals = 0): string =>
  value.toLocaleString('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

/** A ratio as whole per cent. */
export const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;
