/** The name of the job that sends what is due; apart from the job, because queueing mail must not import sending it. */
export const DELIVER = 'mail.deliver';
