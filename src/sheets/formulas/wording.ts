/**
 * Figures as words inside a sentence. Only functions whose text does not depend on the reader's language are used: the
 * format texts of TEXT() mean something else in a German or French Excel, FIXED() follows the reader's separators.
 */

/** 2.00 m, 118 k, 950. */
export const compactMoney = (cell: string): string =>
  `IF(ABS(${cell})>=999500,FIXED(${cell}/10^6,2)&" m",IF(ABS(${cell})>=1000,FIXED(${cell}/1000,0)&" k",FIXED(${cell},0)))`;

/** 6.1 % */
export const percentText = (value: string): string => `FIXED(100*${value},1)&" %"`;

/** +6.1 % or -2.0 % */
export const signedPercentText = (value: string): string => `IF(${value}>=0,"+","")&${percentText(value)}`;

/** "3 open", "1 open": English counts read the same for one and many when the noun is an adjective. */
export const countText = (count: string, one: string, many: string): string => `${count}&IF(${count}=1," ${one}"," ${many}")`;
