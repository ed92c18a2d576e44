/** The two people who work in the demo shop's admin. */
export interface StaffUser {
  id: string;
  name: string;
  firstName: string;
  lastName: string;
  email: string;
  role: string;
}

export const STAFF: readonly StaffUser[] = [
  { id: "71000001", name: "Sam Rivera", firstName: "Sam", lastName: "Rivera", email: "sam@fieldandthread.example", role: "Owner" },
  { id: "71000002", name: "Mei Lin", firstName: "Mei", lastName: "Lin", email: "mei@fieldandthread.example", role: "Staff" },
];

export function staffUser(id: string | undefined): StaffUser {
  const [owner] = STAFF;
  if (!owner) throw new Error("The shop has no staff");
  return STAFF.find((user) => user.id === id) ?? owner;
}
