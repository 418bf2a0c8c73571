import type { ImportedBody } from './departments.ts';

const REGION =
  /^[\p{Script=Han}]{1,12}?(?:自治区|自治州|自治县|自治旗|地区|新区|开发区|省|市|州|盟|县|区|旗)/u;
/** 县水利局 names no county, 省文化厅 no province. */
const NO_REGION = /^(?:省|市|县|区|州|盟|旗|自治区|各.*|本.*|城|郊|开发区|高新区)$/;

/** A title from who publishes: the one body, or the region of most; never the file's name. */
export function titleFrom(bodies: readonly Pick<ImportedBody, 'name'>[]): string {
  const [only, ...others] = bodies;
  if (only !== undefined && others.length === 0) return `${only.name}政务服务事项目录`;
  const counts = new Map<string, number>();
  for (const { name } of bodies) {
    const region = REGION.exec(name)?.[0] ?? '';
    if (region !== '' && !NO_REGION.test(region)) {
      counts.set(region, (counts.get(region) ?? 0) + 1);
    }
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  const isMost = most !== undefined && most[1] * 2 > bodies.length;
  return `${isMost ? most[0] : ''}政务服务事项目录`;
}
