export const searchAcrossSizes = async () => ({});
