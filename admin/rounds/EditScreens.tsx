import { FormScreen } from '../record/FormScreen.tsx';

/** The fields of a round itself. */
export function EditRoundScreen({ id }: { id: string }) {
  return <FormScreen collection="rounds" id={id} />;
}

/** What a result is about: round, product, set. */
export function EditResultScreen({ id }: { id: string }) {
  return <FormScreen collection="evaluations" id={id} />;
}
