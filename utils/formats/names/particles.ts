function words(source: string): ReadonlySet<string> {
  return new Set(source.trim().split(/\s+/));
}

/** Particles that belong to the family name when they are written with a capital: `Van Durme`. */
export const CAPITAL_PARTICLES = words(`
  Van Vande Vanden Vander Von Vom Der Den De Del Della Delle Degli Dei Dal Dalla Da Dos Das Do Du Des Di
  La Las Le Los Lo El Al Abu Abou Abd Abdel Abdul Ben Bin Ibn Bint Ait Bel Bou Ter Ten Ould San Santa St. St Saint
  Mac Mc O' D' D’ De' Dello Zu Zum Zur Op Af
`);

/** Vietnamese family names; `Van` or `Le` before them is part of the given name. */
export const VIETNAMESE_FAMILIES = words(`
  Nguyen Tran Le Pham Hoang Huynh Phan Vu Vo Dang Bui Do Ho Ngo Duong Ly Dinh Truong Trinh Dao Doan Mai
  Nguyễn Trần Lê Phạm Hoàng Huỳnh Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trương Trịnh Đào Đoàn
`);

/** What stands between two family names in Spanish, Catalan and Portuguese. */
export const LINKS = words('y i e');
