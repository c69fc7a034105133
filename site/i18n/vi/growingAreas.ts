/** Growing areas and packing houses. */
export const growingAreas = {
  title: 'Vùng trồng, cơ sở đóng gói có mã số',
  lead: 'Mã do cơ quan nhà nước cấp và còn giá trị. Vị trí chỉ nêu đến xã, phường.',
  withheld: 'Mã không công bố theo yêu cầu',
  hectares: (area: string) => `${area} ha`,
  market: 'Thị trường',
  issued: (day: string) => `Cấp ${day}`,
};
