import type { z } from 'zod';
import { day, email, flag, relation, text, yesNo } from './field.ts';
import { innerNoun, type Stored } from './noun.ts';

/**
 * Personal data of a producer, apart from it so that access rules can differ. A value leaves the office only when its own switch says
 * so. Facts of form 02 (gender, ethnicity, disability) never do (Law 91/2025/QH15: sensitive data).
 */
export const producerContacts = innerNoun(
  'producer_contacts',
  { label: { one: 'Liên hệ của chủ thể', many: 'Liên hệ của chủ thể' }, title: 'producer', unique: [['producer']] },
  {
    producer: relation('Chủ thể', 'producers', { required: true, cascade: true }),
    name_public: flag('Tên được phép hiển thị công khai', { hint: 'Chỉ cần cho cá nhân.' }),
    picture_public: flag('Ảnh được phép hiển thị công khai', { hint: 'Chỉ cần cho cá nhân.' }),
    phone: text('Điện thoại', { max: 40, secret: true }),
    phone_public: flag('Điện thoại được phép hiển thị công khai'),
    email: email('Thư điện tử', { secret: true }),
    email_public: flag('Thư điện tử được phép hiển thị công khai'),
    address_as_printed: text('Địa chỉ như in trên nhãn', { secret: true }),
    address_public: flag('Địa chỉ được phép hiển thị công khai'),
    representative: text('Người đại diện', { secret: true }),
    representative_public: flag('Người đại diện được phép hiển thị công khai'),
    representative_gender: text('Giới tính người đại diện', { max: 40, secret: true }),
    representative_ethnicity: text('Dân tộc người đại diện', { max: 80, secret: true }),
    representative_disabled: yesNo('Người đại diện là người khuyết tật', { secret: true }),
    consent_on: day('Ngày đồng ý', { secret: true }),
    consent_form: text('Hình thức đồng ý', { secret: true }),
  },
);
export type ProducerContact = Stored<z.infer<typeof producerContacts.schema>>;
