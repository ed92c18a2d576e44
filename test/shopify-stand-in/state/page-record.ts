/** A page of the online store. */
export interface PageRecord {
  id: string;
  handle: string;
  title: string;
  body: string;
  isPublished: boolean;
  createdAt: string;
  updatedAt: string;
}
