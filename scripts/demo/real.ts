/** Real firms, products, sales points and fairs, with no more than their published source says. */
import { joinPlans, type Plan } from './plan.ts';
import { fairsPlan, figuresPlan, salesPointsPlan, targetsPlan } from './real/places.ts';
import { producersPlan } from './real/producers.ts';
import { productsPlan, recognitionsPlan } from './real/products.ts';
import { tablesOf } from './real/tables.ts';
import type { DemonstrationSet } from './sets.ts';

/** Everything real of one set. */
export function realPlan(set: DemonstrationSet): Plan {
  const tables = tablesOf(set);
  const parts = [producersPlan, productsPlan, recognitionsPlan, salesPointsPlan, fairsPlan, figuresPlan, targetsPlan];
  return joinPlans(...parts.map((part) => part(tables)));
}
