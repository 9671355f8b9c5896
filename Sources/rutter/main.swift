print("rutter")
